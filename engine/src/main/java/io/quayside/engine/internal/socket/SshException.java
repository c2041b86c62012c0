package io.quayside.engine.internal.socket;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// `ssh` couldn't be started, or ended before the engine said anything. The message has its last words:
/// untrusted text.
public final class SshException extends IOException {

    SshException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
