package io.quayside.engine.internal.socket;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;
import org.jspecify.annotations.Nullable;

/// Named pipes through the calls of Windows, overlapped: each direction has its own buffer and event, so that a
/// waiting read doesn't hold up a write, as it would with plain calls.
final class WindowsPipes implements PipeCalls {

    private static final int SECURITY_SQOS_PRESENT = 0x0010_0000;
    private static final int SECURITY_ANONYMOUS = 0;
    private static final int PIPE_TYPE_MESSAGE = 4;
    private static final int PIPE_REJECT_REMOTE_CLIENTS = 8;
    private static final int FILE_FLAG_FIRST_PIPE_INSTANCE = 0x0008_0000;
    private static final int ERROR_PIPE_CONNECTED = 535;
    private static final int ERROR_IO_PENDING = 997;
    private static final int ERROR_MORE_DATA = 234;
    private static final int NO_WAIT = 1;
    private static final int BUFFER = 64 * 1024;

    /// Calls whose buffer outlives the call, which JNA's own declarations with arrays don't allow for.
    interface Overlapped extends StdCallLibrary {

        Overlapped CALLS = Native.load("kernel32", Overlapped.class, W32APIOptions.DEFAULT_OPTIONS);

        boolean ReadFile(
                HANDLE file, Pointer buffer, int length, @Nullable Pointer read, WinBase.OVERLAPPED overlapped);

        boolean WriteFile(
                HANDLE file, Pointer buffer, int length, @Nullable Pointer written, WinBase.OVERLAPPED overlapped);

        boolean GetOverlappedResult(HANDLE file, WinBase.OVERLAPPED overlapped, IntByReference moved, boolean wait);

        boolean CancelIoEx(HANDLE file, WinBase.OVERLAPPED overlapped);
    }

    @Override
    public Pipe open(String path) throws PipeException {
        HANDLE handle = Kernel32.INSTANCE.CreateFile(
                path,
                WinNT.GENERIC_READ | WinNT.GENERIC_WRITE,
                0,
                null,
                WinNT.OPEN_EXISTING,
                WinNT.FILE_FLAG_OVERLAPPED | SECURITY_SQOS_PRESENT | SECURITY_ANONYMOUS,
                null);
        if (WinBase.INVALID_HANDLE_VALUE.equals(handle)) {
            throw new PipeException("Opening " + path, Native.getLastError());
        }
        return new OpenPipe(handle);
    }

    @Override
    public void awaitInstance(String path, int timeoutMillis) throws PipeException {
        if (!Kernel32.INSTANCE.WaitNamedPipe(path, timeoutMillis)) {
            throw new PipeException("Waiting for " + path, Native.getLastError());
        }
    }

    @Override
    public Instance create(String path, boolean first) throws PipeException {
        OnlyThisUser rights = new OnlyThisUser();
        try {
            HANDLE handle = Kernel32.INSTANCE.CreateNamedPipe(
                    path,
                    WinBase.PIPE_ACCESS_DUPLEX
                            | WinNT.FILE_FLAG_OVERLAPPED
                            | (first ? FILE_FLAG_FIRST_PIPE_INSTANCE : 0),
                    PIPE_TYPE_MESSAGE | WinBase.PIPE_READMODE_BYTE | PIPE_REJECT_REMOTE_CLIENTS,
                    WinBase.PIPE_UNLIMITED_INSTANCES,
                    BUFFER,
                    BUFFER,
                    0,
                    rights.attributes());
            if (WinBase.INVALID_HANDLE_VALUE.equals(handle)) {
                throw new PipeException("Listening at " + path, Native.getLastError());
            }
            return new OpenPipe(handle);
        } finally {
            rights.free();
        }
    }

    @Override
    public boolean isServed(String path) {
        return Kernel32.INSTANCE.WaitNamedPipe(path, NO_WAIT);
    }

    /// Handles are closed by whoever leaves last, so that none is used after it was given to something else.
    private static final class OpenPipe implements Pipe, Instance {

        private final HANDLE handle;
        private final HANDLE closing = Kernel32.INSTANCE.CreateEvent(null, true, false, null);
        private final boolean keepsMessages;
        private final Direction in = new Direction();
        private final Direction out = new Direction();
        private int users = 1;
        private boolean closed;

        OpenPipe(HANDLE handle) {
            this.handle = handle;
            IntByReference flags = new IntByReference();
            this.keepsMessages = Kernel32.INSTANCE.GetNamedPipeInfo(handle, flags, null, null, null)
                    && (flags.getValue() & PIPE_TYPE_MESSAGE) != 0;
        }

        @Override
        public boolean keepsMessages() {
            return keepsMessages;
        }

        @Override
        public Pipe awaitClient() throws PipeException {
            enter();
            try {
                int error = outcome(Kernel32.INSTANCE.ConnectNamedPipe(handle, in.begin()));
                if (error != ERROR_PIPE_CONNECTED) {
                    in.complete("Waiting for a client", error);
                }
                return this;
            } finally {
                leave();
            }
        }

        private static int outcome(boolean done) {
            return done ? 0 : Native.getLastError();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws PipeException {
            enter();
            try {
                int wanted = Math.min(length, BUFFER);
                int n = in.complete(
                        "Reading", outcome(Overlapped.CALLS.ReadFile(handle, in.buffer, wanted, null, in.begin())));
                in.buffer.read(0, into, offset, n);
                return n;
            } finally {
                leave();
            }
        }

        @Override
        public int write(byte[] from, int offset, int length) throws PipeException {
            enter();
            try {
                int n = Math.min(length, BUFFER);
                out.buffer.write(0, from, offset, n);
                return out.complete(
                        "Writing", outcome(Overlapped.CALLS.WriteFile(handle, out.buffer, n, null, out.begin())));
            } finally {
                leave();
            }
        }

        @Override
        public void close() {
            synchronized (this) {
                if (closed) {
                    return;
                }
                closed = true;
                Kernel32.INSTANCE.SetEvent(closing);
            }
            leave();
        }

        private synchronized void enter() throws PipeException {
            if (closed) {
                throw new PipeException("Using a closed pipe", OPERATION_ABORTED);
            }
            users++;
        }

        private synchronized void leave() {
            users--;
            if (users == 0) {
                Kernel32.INSTANCE.CloseHandle(handle);
                Kernel32.INSTANCE.CloseHandle(closing);
                Kernel32.INSTANCE.CloseHandle(in.finished);
                Kernel32.INSTANCE.CloseHandle(out.finished);
            }
        }

        /// What one direction needs for an operation under way.
        private final class Direction {

            private final Memory buffer = new Memory(BUFFER);
            private final HANDLE finished = Kernel32.INSTANCE.CreateEvent(null, true, false, null);
            private final WinBase.OVERLAPPED overlapped = new WinBase.OVERLAPPED();

            WinBase.OVERLAPPED begin() {
                overlapped.clear();
                overlapped.hEvent = finished;
                overlapped.setAutoSynch(false);
                overlapped.write();
                return overlapped;
            }

            /// Waits until the operation is over or the pipe is closed, and never leaves while Windows uses the
            /// buffer.
            int complete(String what, int begun) throws PipeException {
                if (begun != 0) {
                    if (begun != ERROR_IO_PENDING && begun != ERROR_MORE_DATA) {
                        throw new PipeException(what, begun);
                    }
                    HANDLE[] either = {finished, closing};
                    int first = Kernel32.INSTANCE.WaitForMultipleObjects(2, either, false, WinBase.INFINITE);
                    if (first != WinBase.WAIT_OBJECT_0) {
                        Overlapped.CALLS.CancelIoEx(handle, overlapped);
                    }
                }
                IntByReference moved = new IntByReference();
                if (!Overlapped.CALLS.GetOverlappedResult(handle, overlapped, moved, true)) {
                    int error = Native.getLastError();
                    if (error != ERROR_MORE_DATA) {
                        throw new PipeException(what, error);
                    }
                }
                return moved.getValue();
            }
        }
    }
}
