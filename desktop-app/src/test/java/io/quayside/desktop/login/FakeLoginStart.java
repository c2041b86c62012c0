package io.quayside.desktop.login;

import java.io.IOException;
import java.util.Optional;

/// A system that keeps in memory whether Quayside starts at login.
public final class FakeLoginStart implements LoginStart {
    private final Optional<String> unavailable;
    private volatile boolean on;
    private volatile boolean refuses;

    public FakeLoginStart() {
        this(Optional.empty());
    }

    private FakeLoginStart(Optional<String> unavailable) {
        this.unavailable = unavailable;
    }

    /// A system that can't do that.
    public static FakeLoginStart none() {
        return new FakeLoginStart(Optional.of("Not here"));
    }

    /// From now on nothing can be changed.
    public void refuse() {
        refuses = true;
    }

    @Override
    public Optional<String> unavailable() {
        return unavailable;
    }

    @Override
    public boolean isOn() {
        return on;
    }

    @Override
    public void set(boolean wanted) throws IOException {
        if (refuses) {
            throw new IOException("Read-only file system");
        }
        on = wanted;
    }
}
