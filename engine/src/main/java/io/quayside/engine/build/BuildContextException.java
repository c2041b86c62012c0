package io.quayside.engine.build;

import java.io.IOException;

/// The folder can't be sent as it is; the message is a sentence.
public final class BuildContextException extends IOException {

    BuildContextException(String why) {
        super(why);
    }
}
