package io.quayside.desktop.ui.containers.detail.terminal;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.stream.ProcessSession;
import io.quayside.terminal.TerminalConnection;
import io.quayside.terminal.TerminalSize;
import java.io.IOException;
import java.util.OptionalInt;

/// A process that the engine connected us to, as a terminal's connection. A failure of the engine is the cause of the
/// exception.
final class EngineConnection implements TerminalConnection {
    /// Asks for the exit code once the output has ended.
    @FunctionalInterface
    interface ExitCode {
        OptionalInt ask() throws EngineException;
    }

    private final ProcessSession process;
    private final ExitCode exitCode;
    private final Runnable afterClose;
    private final boolean takesInput;

    /// @param afterClose cleans up once, from whichever thread closes
    EngineConnection(ProcessSession process, ExitCode exitCode, Runnable afterClose) {
        this(process, exitCode, afterClose, true);
    }

    /// @param takesInput whether the process has one; if not, what is written is dropped, since nobody would read it
    EngineConnection(ProcessSession process, ExitCode exitCode, Runnable afterClose, boolean takesInput) {
        this.takesInput = takesInput;
        this.process = process;
        this.exitCode = exitCode;
        this.afterClose = afterClose;
    }

    @Override
    public boolean read(Output output) throws IOException {
        try {
            return process.output().read((type, buffer, offset, length) -> output.accept(buffer, offset, length));
        } catch (EngineException e) {
            throw failure(e);
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        if (takesInput) {
            process.input().write(bytes);
        }
    }

    @Override
    public void resize(TerminalSize size) throws IOException {
        try {
            process.resize(size.columns(), size.rows());
        } catch (EngineException e) {
            throw failure(e);
        }
    }

    @Override
    public OptionalInt exitCode() throws IOException {
        try {
            return exitCode.ask();
        } catch (EngineException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        process.close();
        afterClose.run();
    }

    static IOException failure(EngineException cause) {
        return new IOException(cause.getMessage(), cause);
    }
}
