package io.quayside.engine.resource;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ImageDetails;
import io.quayside.engine.model.ImageFilter;
import io.quayside.engine.model.ImageRemoval;
import io.quayside.engine.model.ImageSummary;
import io.quayside.engine.model.PullProgress;
import io.quayside.engine.model.PullSpec;
import io.quayside.engine.stream.EngineStream;
import java.util.List;

/// The images of an engine. An image is named by its id, a start of its id, or a reference such as `redis:7`.
public interface Images {

    /// Lists images (`GET /images/json`).
    List<ImageSummary> list(ImageFilter filter) throws EngineException;

    /// Everything about one image (`GET /images/{name}/json`).
    ImageDetails inspect(String image) throws EngineException;

    /// Pulls an image (`POST /images/create`). The stream ends in good order only when the image is there; a failure
    /// that the engine reports on the way is thrown by `next()`. Closing the stream stops the pull.
    EngineStream<PullProgress> pull(PullSpec spec) throws EngineException;

    /// Gives an image one more name (`POST /images/{name}/tag`).
    void tag(String image, String repository, String tag) throws EngineException;

    /// Removes a name of an image, and the image with its last name (`DELETE /images/{name}`).
    ///
    /// @param force also if several names or stopped containers use it
    /// @param prune also the untagged parents
    List<ImageRemoval> remove(String image, boolean force, boolean prune) throws EngineException;
}
