package io.quayside.desktop.ui.images.pull;

import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.ui.images.transfer.Transfer;

/// One pull of this session.
public final class Pull extends Transfer {
    private final String platform;

    Pull(FxThread fx, String reference, String platform) {
        super(fx, reference);
        this.platform = platform;
    }

    /// Such as `linux/arm64`, or empty for the engine's own.
    public String platform() {
        return platform;
    }
}
