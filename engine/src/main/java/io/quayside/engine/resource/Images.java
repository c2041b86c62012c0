package io.quayside.engine.resource;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.Filters;
import io.quayside.engine.model.HistoryEntry;
import io.quayside.engine.model.ImageDetails;
import io.quayside.engine.model.ImageFilter;
import io.quayside.engine.model.ImagePruneReport;
import io.quayside.engine.model.ImageRemoval;
import io.quayside.engine.model.ImageSummary;
import io.quayside.engine.model.ImportSpec;
import io.quayside.engine.model.LoadProgress;
import io.quayside.engine.model.PullProgress;
import io.quayside.engine.model.PullSpec;
import io.quayside.engine.model.PushProgress;
import io.quayside.engine.model.PushSpec;
import io.quayside.engine.model.RegistryAuth;
import io.quayside.engine.model.SearchResult;
import io.quayside.engine.stream.ContentSource;
import io.quayside.engine.stream.EngineStream;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// The images of an engine. An image is named by its id, a start of its id, or a reference such as `redis:7`.
public interface Images {

    /// Lists images (`GET /images/json`).
    List<ImageSummary> list(ImageFilter filter) throws EngineException;

    /// Everything about one image (`GET /images/{name}/json`).
    ImageDetails inspect(String image) throws EngineException;

    /// How an image was made, newest step first (`GET /images/{name}/history`).
    List<HistoryEntry> history(String image) throws EngineException;

    /// Pulls an image (`POST /images/create`). The stream ends in good order only when the image is there; a failure
    /// that the engine reports on the way is thrown by `next()`. Closing the stream stops the pull.
    EngineStream<PullProgress> pull(PullSpec spec) throws EngineException;

    /// Pushes an image to the registry that its name begins with (`POST /images/{name}/push`). Else as
    /// [#pull(PullSpec)].
    EngineStream<PushProgress> push(PushSpec spec) throws EngineException;

    /// Gives an image one more name (`POST /images/{name}/tag`).
    void tag(String image, String repository, String tag) throws EngineException;

    /// Removes a name of an image, and the image with its last name (`DELETE /images/{name}`).
    ///
    /// @param force also if several names or stopped containers use it
    /// @param prune also the untagged parents
    List<ImageRemoval> remove(String image, boolean force, boolean prune) throws EngineException;

    /// Removes images that no container uses (`POST /images/prune`): the untagged ones, or all with the filter
    /// `dangling` `false`.
    ImagePruneReport prune(Filters filters) throws EngineException;

    /// Images with their names and layers as one tar archive (`GET /images/get`). Closing it, from any thread, ends
    /// the transfer.
    ///
    /// @param images one or more; those that are named by a tag keep it
    InputStream save(List<String> images) throws EngineException;

    /// Loads images from an archive that [#save] or `docker save` made (`POST /images/load`). Returns when the archive
    /// is sent; interrupt the thread to stop sending. The stream ends in good order only when all images are there.
    ///
    /// @param tar the archive, plain or compressed with gzip, bzip2, xz or zstd
    EngineStream<LoadProgress> load(ContentSource tar) throws EngineException;

    /// Makes an image with one layer of the archive of a file system (`POST /images/create?fromSrc=-`).
    ///
    /// @param tar the archive, plain or compressed
    /// @return the new image's id
    String importImage(ImportSpec spec, ContentSource tar) throws EngineException;

    /// Looks for repositories in a registry, Docker Hub unless the term begins with another one's address
    /// (`GET /images/search`).
    ///
    /// @param limit how many at most, 1 to 100
    /// @param filters further conditions: `is-official`, `stars`
    List<SearchResult> search(String term, int limit, Filters filters, Optional<RegistryAuth> auth)
            throws EngineException;
}
