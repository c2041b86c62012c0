package io.quayside.benchmarks.window;

import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ExecSpec;
import io.quayside.engine.stream.ExecSession;
import io.quayside.terminal.TerminalConnection;
import io.quayside.terminal.TerminalSize;
import java.io.IOException;
import java.util.OptionalInt;

/// A program in a container with a terminal, as the window's own Terminal tab connects to it.
final class TerminalProgram implements TerminalConnection {
    private final ExecSession exec;

    private TerminalProgram(ExecSession exec) {
        this.exec = exec;
    }

    static TerminalProgram start(Engine engine, String container, TerminalSize size, String... command)
            throws IOException {
        try {
            TerminalProgram program = new TerminalProgram(
                    engine.execs().run(container, ExecSpec.terminal(size.columns(), size.rows(), command)));
            program.resize(size);
            return program;
        } catch (EngineException e) {
            throw new IOException(e);
        }
    }

    @Override
    public boolean read(Output output) throws IOException {
        try {
            return exec.output().read((type, bytes, offset, length) -> output.accept(bytes, offset, length));
        } catch (EngineException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        exec.input().write(bytes);
    }

    @Override
    public void resize(TerminalSize size) throws IOException {
        try {
            exec.resize(size.columns(), size.rows());
        } catch (EngineException e) {
            throw new IOException(e);
        }
    }

    @Override
    public OptionalInt exitCode() throws IOException {
        try {
            return exec.exitCode();
        } catch (EngineException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        exec.close();
    }
}
