package io.quayside.engine.stream;

import io.quayside.engine.error.EngineException;
import java.io.OutputStream;

/// A live two-way connection to a process in a container, by exec or attach.
///
/// One thread may read [#output()] while another writes [#input()]. Closing from any thread ends both at once. It ends
/// the connection, not the process.
public interface ProcessSession extends AutoCloseable {

    /// The process's standard input. Each write is sent at once. Closing it is the same as [#closeInput()].
    OutputStream input();

    /// What the process writes. With a terminal everything is [StreamType#STDOUT].
    LogStream output();

    /// Ends standard input, so that the process reads an end of file; output goes on.
    void closeInput() throws EngineException;

    /// Tells the process's terminal its new size.
    ///
    /// @throws EngineException also if the process has no terminal or has ended
    void resize(int columns, int rows) throws EngineException;

    /// Ends the connection.
    @Override
    void close();
}
