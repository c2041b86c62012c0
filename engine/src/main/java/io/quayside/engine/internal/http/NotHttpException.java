package io.quayside.engine.internal.http;

import java.io.IOException;

/// What came isn't HTTP.
final class NotHttpException extends IOException {

    private final String firstBytes;

    /// @param firstBytes the beginning of what came, made safe
    NotHttpException(String firstBytes) {
        super("What came isn't HTTP");
        this.firstBytes = firstBytes;
    }

    String firstBytes() {
        return firstBytes;
    }
}
