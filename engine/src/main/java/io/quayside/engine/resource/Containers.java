package io.quayside.engine.resource;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.AttachQuery;
import io.quayside.engine.model.CommitSpec;
import io.quayside.engine.model.ContainerDetails;
import io.quayside.engine.model.ContainerFilter;
import io.quayside.engine.model.ContainerProcesses;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.ContainerStats;
import io.quayside.engine.model.ContainerSummary;
import io.quayside.engine.model.ContainerUpdate;
import io.quayside.engine.model.CreateOptions;
import io.quayside.engine.model.CreatedContainer;
import io.quayside.engine.model.FilesystemChange;
import io.quayside.engine.model.Filters;
import io.quayside.engine.model.LogQuery;
import io.quayside.engine.model.PathStat;
import io.quayside.engine.model.PruneReport;
import io.quayside.engine.model.RemoveOptions;
import io.quayside.engine.model.StopOptions;
import io.quayside.engine.model.WaitCondition;
import io.quayside.engine.model.WaitResult;
import io.quayside.engine.stream.ArchiveStream;
import io.quayside.engine.stream.ContentSource;
import io.quayside.engine.stream.EngineStream;
import io.quayside.engine.stream.LogStream;
import io.quayside.engine.stream.ProcessSession;
import java.io.InputStream;
import java.util.List;

/// The containers of an engine. A container is named by its id, a unique start of its id, or its name.
///
/// Every call blocks until the engine has answered. A container that isn't there is
/// a [io.quayside.engine.error.NotFoundException].
public interface Containers {

    /// Lists containers (`GET /containers/json`), newest first.
    List<ContainerSummary> list(ContainerFilter filter) throws EngineException;

    /// Everything about one container (`GET /containers/{id}/json`).
    ContainerDetails inspect(String id) throws EngineException;

    /// Everything about one container with the sizes of its writable layer and of all its layers, which takes the
    /// engine longer (`GET /containers/{id}/json?size=1`).
    ContainerDetails inspectWithSize(String id) throws EngineException;

    /// Creates a container without starting it (`POST /containers/create`).
    CreatedContainer create(ContainerSpec spec, CreateOptions options) throws EngineException;

    /// Starts a container (`POST /containers/{id}/start`).
    ///
    /// @return false if it was running already
    boolean start(String id) throws EngineException;

    /// Asks a container to stop and kills it when the time is up (`POST /containers/{id}/stop`). Returns when it has
    /// stopped.
    ///
    /// @return false if it was stopped already
    boolean stop(String id, StopOptions options) throws EngineException;

    /// Stops and starts a container (`POST /containers/{id}/restart`).
    void restart(String id, StopOptions options) throws EngineException;

    /// Sends a signal (`POST /containers/{id}/kill`).
    ///
    /// @param signal a name such as `SIGTERM`, or a number
    void kill(String id, String signal) throws EngineException;

    /// Freezes all processes of a container (`POST /containers/{id}/pause`).
    void pause(String id) throws EngineException;

    /// Lets a paused container go on (`POST /containers/{id}/unpause`).
    void unpause(String id) throws EngineException;

    /// Gives a container another name (`POST /containers/{id}/rename`).
    void rename(String id, String newName) throws EngineException;

    /// Changes limits and restart policy of a container, running or not (`POST /containers/{id}/update`).
    ///
    /// @return the engine's warnings
    List<String> update(String id, ContainerUpdate update) throws EngineException;

    /// Removes a container (`DELETE /containers/{id}`).
    void remove(String id, RemoveOptions options) throws EngineException;

    /// Waits, for as long as it takes, until a container has stopped (`POST /containers/{id}/wait`). Interrupt the
    /// thread to give up.
    WaitResult waitFor(String id, WaitCondition condition) throws EngineException;

    /// Removes all stopped containers that match (`POST /containers/prune`).
    PruneReport prune(Filters filters) throws EngineException;

    /// The output of a container (`GET /containers/{id}/logs`), demultiplexed when the container has no terminal.
    LogStream logs(String id, LogQuery query) throws EngineException;

    /// The figures of a container, about one each second until the stream is closed or the container is removed
    /// (`GET /containers/{id}/stats?stream=1`). A stopped container gives empty samples.
    EngineStream<ContainerStats> stats(String id) throws EngineException;

    /// One sample at once (`GET /containers/{id}/stats?stream=0&one-shot=1`, since API 1.41). It has no earlier sample
    /// to compare with, so [ContainerStats#cpuPercent()] is empty; compare two with
    /// [ContainerStats#cpuPercentSince(ContainerStats)]. On older engines it takes about a second.
    ContainerStats statsNow(String id) throws EngineException;

    /// The processes of a running container (`GET /containers/{id}/top`).
    ///
    /// @param psArguments what `ps` gets on the engine's machine, such as `-ef`
    ContainerProcesses top(String id, String psArguments) throws EngineException;

    /// What changed in a container's file system since it was created (`GET /containers/{id}/changes`).
    List<FilesystemChange> changes(String id) throws EngineException;

    /// A file or folder as a tar archive (`GET /containers/{id}/archive`).
    ArchiveStream getArchive(String id, String path) throws EngineException;

    /// What a path of a container is (`HEAD /containers/{id}/archive`).
    PathStat statPath(String id, String path) throws EngineException;

    /// Unpacks a tar archive into a folder of a container (`PUT /containers/{id}/archive`).
    ///
    /// @param folder an existing folder of the container
    /// @param tar the archive, plain or compressed with gzip, bzip2 or xz
    void putArchive(String id, String folder, ContentSource tar) throws EngineException;

    /// Connects to the input and output of a container's main process (`POST /containers/{id}/attach`).
    ProcessSession attach(String id, AttachQuery query) throws EngineException;

    /// The whole file system of a container as a tar archive (`GET /containers/{id}/export`). Closing it, from any
    /// thread, ends the transfer.
    InputStream export(String id) throws EngineException;

    /// Makes an image of a container (`POST /commit`).
    ///
    /// @return the new image's id
    String commit(String id, CommitSpec spec) throws EngineException;
}
