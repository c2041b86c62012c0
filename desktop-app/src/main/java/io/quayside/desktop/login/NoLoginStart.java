package io.quayside.desktop.login;

import java.io.IOException;
import java.util.Optional;

/// It can't be had, for this reason.
record NoLoginStart(String reason) implements LoginStart {
    @Override
    public Optional<String> unavailable() {
        return Optional.of(reason);
    }

    @Override
    public boolean isOn() {
        return false;
    }

    @Override
    public void set(boolean on) throws IOException {
        throw new IOException(reason);
    }
}
