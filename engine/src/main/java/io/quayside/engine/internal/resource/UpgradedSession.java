package io.quayside.engine.internal.resource;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.internal.http.UpgradedConnection;
import io.quayside.engine.stream.FrameReader;
import io.quayside.engine.stream.LogStream;
import io.quayside.engine.stream.ProcessSession;
import io.quayside.engine.stream.StreamFormat;
import java.io.IOException;
import java.io.OutputStream;

/// A process's input and output over a connection that the engine gave away.
class UpgradedSession implements ProcessSession {
    private final UpgradedConnection connection;
    private final ProcessOutput output;
    private final Resizer resizer;

    /// Tells the process's terminal its size.
    @FunctionalInterface
    interface Resizer {
        void resize(int columns, int rows) throws EngineException;
    }

    UpgradedSession(UpgradedConnection connection, StreamFormat format, Resizer resizer) {
        this.connection = connection;
        this.output =
                new ProcessOutput(new FrameReader(connection.input(), format, connection::failure), connection::close);
        this.resizer = resizer;
    }

    @Override
    public OutputStream input() {
        return connection.output();
    }

    @Override
    public LogStream output() {
        return output;
    }

    boolean outputHasEnded() {
        return output.hasEnded();
    }

    @Override
    public void closeInput() throws EngineException {
        try {
            connection.closeWrite();
        } catch (IOException e) {
            throw connection.failure(e);
        }
    }

    @Override
    public void resize(int columns, int rows) throws EngineException {
        resizer.resize(columns, rows);
    }

    @Override
    public void close() {
        output.close();
    }
}
