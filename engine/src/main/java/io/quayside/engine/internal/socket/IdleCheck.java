package io.quayside.engine.internal.socket;

import java.io.IOException;

/// A socket that can tell cheaply whether its peer has gone.
public interface IdleCheck {

    /// Whether something can be read without waiting. Between two HTTP exchanges that is the end of the stream,
    /// or rubbish: the connection isn't fit for another request.
    boolean readable() throws IOException;
}
