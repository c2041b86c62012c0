package io.quayside.desktop.ui.images.push;

import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.ui.images.transfer.Transfer;

/// One push of this session.
///
/// Threads: the worker writes the volatile `digest` before its task ends; everything else belongs to the FX thread.
public final class Push extends Transfer {
    private final String source;
    private volatile String digest = "";

    Push(FxThread fx, String source, String reference) {
        super(fx, reference);
        this.source = source;
    }

    /// What is pushed, by a name that it had before.
    String source() {
        return source;
    }

    /// What the registry knows it by for ever, once it has arrived.
    String digest() {
        return digest;
    }

    void arrived(String known) {
        digest = known;
    }
}
