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

    /// Makes an instance of a pipe for one client of this user and this computer.
    ///
    /// @param first whether no other program may have a pipe of that name
    Instance create(String path, boolean first) throws PipeException;

    /// Whether an instance of the pipe waits for a client, which isn't taken.
    boolean isServed(String path);

    /// An instance that has no client yet.
    interface Instance {

        /// Waits for one; then the instance is that pipe.
        Pipe awaitClient() throws PipeException;

        /// Ends the wait.
        void close();
    }

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
