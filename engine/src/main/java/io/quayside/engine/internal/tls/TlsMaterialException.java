package io.quayside.engine.internal.tls;

import org.jspecify.annotations.Nullable;

/// A file with a certificate or key is missing, unreadable or damaged. The message names it; it has nothing of
/// a key in it.
public final class TlsMaterialException extends Exception {

    TlsMaterialException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
