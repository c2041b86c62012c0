package io.quayside.terminal;

import java.io.IOException;
import java.util.OptionalInt;

/// The way to a program that runs in a terminal, whatever lies between.
///
/// One thread reads, another writes and resizes; any thread may close, which ends a read or write that waits.
public interface TerminalConnection extends AutoCloseable {

    /// Takes output without a copy.
    @FunctionalInterface
    interface Output {
        /// `bytes` is valid until this returns.
        void accept(byte[] bytes, int offset, int length);
    }

    /// Opens a connection; may block.
    @FunctionalInterface
    interface Opener {
        TerminalConnection open(TerminalSize size) throws IOException;
    }

    /// Waits for output and hands over what has arrived. While it isn't called, the program waits in the end: that is
    /// what keeps a flood in bounds.
    ///
    /// @return false when the program has ended
    boolean read(Output output) throws IOException;

    /// Sends input at once.
    void write(byte[] bytes) throws IOException;

    /// Tells the program that its terminal has another size.
    void resize(TerminalSize size) throws IOException;

    /// What the program exited with; empty when it didn't, or nobody knows.
    OptionalInt exitCode() throws IOException;

    /// Ends the connection. Never blocks for long.
    @Override
    void close();
}
