package io.quayside.engine.endpoint;

/// The certificates for an address aren't usable. The message says why, for people.
final class TlsFolderException extends Exception {
    TlsFolderException(String message) {
        super(message);
    }
}
