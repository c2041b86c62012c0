package io.quayside.engine.internal.http;

import io.quayside.engine.endpoint.ApiVersion;
import io.quayside.engine.error.EngineException;

/// Calls to one engine. Thread-safe; every method blocks its thread.
///
/// **Cancelling.** There are two ways to end a call early, and both end it at once with a `CancelledException`:
///
/// - *interrupt the calling thread*, while it waits for the answer or reads from it. Calls belong on virtual
///   threads, where an interrupt also ends a read from a TCP socket; the interrupt status stays set;
/// - *close* the [EngineResponse], the [UpgradedConnection] or this transport from any thread.
///
/// **API version.** The first versioned request asks the engine for its range and settles on a version, which
/// is kept until the engine can't be reached; then the next request settles again, since another engine may
/// have come back.
///
/// **Repeating.** A request on a pooled connection that the engine has closed meanwhile is sent once more, on a
/// new one: always when nothing of it was sent, and afterwards only when its method is idempotent.
public interface EngineTransport extends AutoCloseable {

    /// Sends the request and returns once the head of the answer is there. Every status of 2xx returns, and so
    /// does 304 (which means "already so" on start and stop); any other becomes the exception that fits, with
    /// the engine's message.
    ///
    /// The caller closes the response.
    EngineResponse execute(EngineRequest request) throws EngineException;

    /// Sends the request and takes the connection over for a raw stream both ways (attach, exec). The caller
    /// closes it.
    UpgradedConnection upgrade(EngineRequest request) throws EngineException;

    /// The API version that versioned requests use, settled with the engine when that hasn't happened yet.
    ApiVersion apiVersion() throws EngineException;

    /// Ends every call and stream of this transport and every connection. Never blocks for the engine; a second
    /// call does nothing.
    @Override
    void close();
}
