package io.quayside.vm.share;

import java.io.IOException;

/// What came is no message of the protocol. It ends the session.
final class BadMessage extends IOException {
    BadMessage(String reason) {
        super(reason);
    }
}
