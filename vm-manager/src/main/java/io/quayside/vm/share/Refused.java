package io.quayside.vm.share;

import java.io.IOException;

/// The server itself refuses a request. It has no stack trace: guests cause thousands of them, for files that aren't
/// there.
final class Refused extends IOException {
    private final int errno;

    Refused(int errno) {
        super("errno " + errno);
        this.errno = errno;
    }

    int errno() {
        return errno;
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
