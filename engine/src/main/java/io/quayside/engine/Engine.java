package io.quayside.engine;

import io.quayside.engine.endpoint.ApiVersion;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.resource.Builds;
import io.quayside.engine.resource.Containers;
import io.quayside.engine.resource.Execs;
import io.quayside.engine.resource.Images;
import io.quayside.engine.resource.Networks;
import io.quayside.engine.resource.SystemInfo;
import io.quayside.engine.resource.Volumes;

/// A connection to one Docker Engine, or to one that speaks its API, such as Podman.
///
/// Calls block; make them from a virtual thread. Any number of threads may call at the same time. Interrupting the
/// calling thread ends its call at once, closing a stream ends it at once, and [#close()] ends all of them.
public interface Engine extends AutoCloseable {

    /// Containers: the calls under `/containers`.
    Containers containers();

    /// Commands run inside containers: the calls under `/exec`.
    Execs execs();

    /// Images: the calls under `/images`.
    Images images();

    /// Builds of images: the calls under `/build`.
    Builds builds();

    /// Volumes: the calls under `/volumes`.
    Volumes volumes();

    /// Networks: the calls under `/networks`.
    Networks networks();

    /// The engine itself: `/info`, `/version`, `/_ping`, `/system/df` and `/events`.
    SystemInfo system();

    /// Where this engine is.
    EngineEndpoint endpoint();

    /// The version of the API that calls use: the newest that this client and the engine share. Asks the engine if
    /// that hasn't been settled yet.
    ApiVersion apiVersion() throws EngineException;

    /// Ends every call and stream and lets the connections go. The engine itself keeps running.
    @Override
    void close();
}
