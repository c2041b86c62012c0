package io.quayside.engine.resource;

import io.quayside.engine.build.BuildEvent;
import io.quayside.engine.build.BuildSpec;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.Filters;
import io.quayside.engine.model.PruneReport;
import io.quayside.engine.stream.ContentSource;
import io.quayside.engine.stream.EngineStream;

/// Builds of images by the engine's own builder. What its cache holds is in [SystemInfo#diskUsage()].
public interface Builds {

    /// Builds an image (`POST /build`). Returns when the context is sent; interrupt the thread to stop sending. The
    /// stream ends in good order only when the image is there; the failure of a step is thrown by `next()`.
    /// Closing the stream stops the build. Its first step has the number 2: the sending of the context is one too.
    ///
    /// @param context the folder as a tar archive, see [io.quayside.engine.build.BuildContext]
    EngineStream<BuildEvent> build(BuildSpec spec, ContentSource context) throws EngineException;

    /// Removes what the build cache holds and nothing uses (`POST /build/prune`).
    ///
    /// @param all also what was used lately and what images were made of
    PruneReport prune(boolean all, Filters filters) throws EngineException;
}
