package io.quayside.engine.internal.http;

import java.io.IOException;

/// What came began as HTTP and breaks its rules.
final class MalformedHttpException extends IOException {
    MalformedHttpException(String message) {
        super(message);
    }
}
