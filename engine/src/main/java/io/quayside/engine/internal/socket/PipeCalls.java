package io.quayside.engine.internal.socket;

import java.io.IOException;

/// What is needed of Windows for named pipes.
interface PipeCalls {

    int FILE_NOT_FOUND = 2;
    int ACCESS_DENIED = 5;
    int HANDLE_EOF = 38;
    int BROKEN_PIPE = 109;
    int SEM_TIMEOUT = 121;
    int PIPE_BUSY = 231;
    int NO_DATA = 232;
    int PIPE_NOT_CONNECTED = 233;
    int OPERATION_ABORTED = 995;

    Pipe open(String path) throws PipeException;

    /// Waits until a server listens on another instance of the pipe.
    void awaitInstance(String path, int timeoutMillis) throws PipeException;

    /// An open pipe. Reading and writing don't wait for each other, and closing ends both.
    interface Pipe {

        /// Whether writes keep their borders. In such a pipe an empty message means the end of the stream.
        boolean keepsMessages();

        int read(byte[] into, int offset, int length) throws PipeException;

        int write(byte[] from, int offset, int length) throws PipeException;

        void close();
    }

    /// A call failed with an error of Windows.
    final class PipeException extends IOException {

        private final int code;

        PipeException(String what, int code) {
            super(what + " failed with Windows error " + code);
            this.code = code;
        }

        int code() {
            return code;
        }
    }
}
