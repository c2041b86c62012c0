package io.quayside.engine.internal.resource;

import io.quayside.engine.error.BadRequestException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.internal.codec.ContainerAnswersCodec;
import io.quayside.engine.internal.codec.ContainerDetailsCodec;
import io.quayside.engine.internal.codec.ContainerSpecCodec;
import io.quayside.engine.internal.codec.ContainerStatsCodec;
import io.quayside.engine.internal.codec.ContainerSummaryCodec;
import io.quayside.engine.internal.codec.QueryCodec;
import io.quayside.engine.internal.http.EngineRequest;
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
import io.quayside.engine.resource.Containers;
import io.quayside.engine.stream.ArchiveStream;
import io.quayside.engine.stream.ContentSource;
import io.quayside.engine.stream.EngineStream;
import io.quayside.engine.stream.LogStream;
import io.quayside.engine.stream.ProcessSession;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;

/// The calls under `/containers`.
final class HttpContainers implements Containers {
    private static final int ALREADY_SO = 304;

    private final Calls calls;
    private final ContainerOutput output;
    private final ContainerFiles files;

    HttpContainers(Calls calls) {
        this.calls = calls;
        this.output = new ContainerOutput(calls, this::inspect);
        this.files = new ContainerFiles(calls);
    }

    @Override
    public List<ContainerSummary> list(ContainerFilter filter) throws EngineException {
        EngineRequest request = EngineRequest.get("containers", "json")
                .flag("all", filter.all())
                .flag("size", filter.size());
        if (filter.limit() > 0) {
            request = request.query("limit", Integer.toString(filter.limit()));
        }
        return calls.array(
                filtered(filter.size() ? request.unbounded() : request, filter.filters()), ContainerSummaryCodec::read);
    }

    static EngineRequest filtered(EngineRequest request, Filters filters) {
        return filters.isEmpty() ? request : request.query("filters", QueryCodec.filters(filters));
    }

    static EngineRequest unlessEmpty(EngineRequest request, String name, String value) {
        return value.isEmpty() ? request : request.query(name, value);
    }

    @Override
    public ContainerDetails inspect(String id) throws EngineException {
        return calls.document(EngineRequest.get("containers", id, "json"), ContainerDetailsCodec::read);
    }

    @Override
    public ContainerDetails inspectWithSize(String id) throws EngineException {
        return calls.document(
                EngineRequest.get("containers", id, "json").flag("size", true).unbounded(),
                ContainerDetailsCodec::read);
    }

    @Override
    public CreatedContainer create(ContainerSpec spec, CreateOptions options) throws EngineException {
        EngineRequest request = EngineRequest.post("containers", "create")
                .json(ContainerSpecCodec.write(spec))
                .unbounded();
        request = unlessEmpty(request, "name", options.name());
        return calls.object(unlessEmpty(request, "platform", options.platform()), ContainerSpecCodec::created);
    }

    @Override
    public boolean start(String id) throws EngineException {
        return calls.run(EngineRequest.post("containers", id, "start").unbounded()) != ALREADY_SO;
    }

    @Override
    public boolean stop(String id, StopOptions options) throws EngineException {
        return calls.run(stopping(id, "stop", options)) != ALREADY_SO;
    }

    @Override
    public void restart(String id, StopOptions options) throws EngineException {
        calls.run(stopping(id, "restart", options));
    }

    private EngineRequest stopping(String id, String action, StopOptions options) throws EngineException {
        EngineRequest request = EngineRequest.post("containers", id, action).unbounded();
        if (options.signal().isPresent()) {
            if (!calls.speaks(42)) {
                throw new BadRequestException(request.line(), "This engine is too old to " + action + " by a signal");
            }
            request = request.query("signal", options.signal().get());
        }
        return options.timeout().isPresent()
                ? request.query(
                        "t", Long.toString(wholeSeconds(options.timeout().get())))
                : request;
    }

    /// A part of a second becomes a whole one: 0 would kill at once.
    private static long wholeSeconds(Duration time) {
        return time.isZero() ? 0 : Math.max(1, time.plusNanos(999_999_999).toSeconds());
    }

    @Override
    public void kill(String id, String signal) throws EngineException {
        calls.run(EngineRequest.post("containers", id, "kill").query("signal", signal));
    }

    @Override
    public void pause(String id) throws EngineException {
        calls.run(EngineRequest.post("containers", id, "pause"));
    }

    @Override
    public void unpause(String id) throws EngineException {
        calls.run(EngineRequest.post("containers", id, "unpause"));
    }

    @Override
    public void rename(String id, String newName) throws EngineException {
        calls.run(EngineRequest.post("containers", id, "rename").query("name", newName));
    }

    @Override
    public List<String> update(String id, ContainerUpdate update) throws EngineException {
        return calls.object(
                EngineRequest.post("containers", id, "update").json(ContainerSpecCodec.write(update)),
                ContainerSpecCodec::warnings);
    }

    @Override
    public void remove(String id, RemoveOptions options) throws EngineException {
        calls.run(EngineRequest.delete("containers", id)
                .flag("force", options.force())
                .flag("v", options.volumes())
                .flag("link", options.link())
                .unbounded());
    }

    @Override
    public WaitResult waitFor(String id, WaitCondition condition) throws EngineException {
        return calls.object(
                EngineRequest.post("containers", id, "wait")
                        .query("condition", condition.apiName())
                        .unbounded(),
                ContainerAnswersCodec::waitResult);
    }

    @Override
    public PruneReport prune(Filters filters) throws EngineException {
        return calls.object(
                filtered(EngineRequest.post("containers", "prune").unbounded(), filters),
                ContainerAnswersCodec::pruned);
    }

    @Override
    public LogStream logs(String id, LogQuery query) throws EngineException {
        return output.logs(id, query);
    }

    @Override
    public EngineStream<ContainerStats> stats(String id) throws EngineException {
        return calls.stream(
                EngineRequest.get("containers", id, "stats")
                        .query("stream", "1")
                        .unbounded(),
                ContainerStatsCodec::read);
    }

    @Override
    public ContainerStats statsNow(String id) throws EngineException {
        EngineRequest request = EngineRequest.get("containers", id, "stats").query("stream", "0");
        // Podman has no words for a stopped container.
        try (EngineStream<ContainerStats> samples =
                calls.stream(request.flag("one-shot", calls.speaks(41)), ContainerStatsCodec::read)) {
            return samples.next().orElseGet(ContainerStatsCodec::nothing);
        }
    }

    @Override
    public ContainerProcesses top(String id, String psArguments) throws EngineException {
        return calls.object(
                unlessEmpty(EngineRequest.get("containers", id, "top"), "ps_args", psArguments),
                ContainerAnswersCodec::processes);
    }

    @Override
    public List<FilesystemChange> changes(String id) throws EngineException {
        return calls.array(EngineRequest.get("containers", id, "changes").unbounded(), ContainerAnswersCodec::change);
    }

    @Override
    public ArchiveStream getArchive(String id, String path) throws EngineException {
        return files.getArchive(id, path);
    }

    @Override
    public PathStat statPath(String id, String path) throws EngineException {
        return files.statPath(id, path);
    }

    @Override
    public void putArchive(String id, String folder, ContentSource tar) throws EngineException {
        files.putArchive(id, folder, tar);
    }

    @Override
    public ProcessSession attach(String id, AttachQuery query) throws EngineException {
        return output.attach(id, query);
    }

    @Override
    public InputStream export(String id) throws EngineException {
        return files.export(id);
    }

    @Override
    public String commit(String id, CommitSpec spec) throws EngineException {
        EngineRequest request = EngineRequest.post("commit")
                .json(ContainerSpecCodec.writeCommit())
                .query("container", id)
                .query("pause", spec.pause() ? "1" : "0")
                .unbounded();
        request = unlessEmpty(request, "repo", spec.repository());
        request = unlessEmpty(request, "tag", spec.tag());
        request = unlessEmpty(request, "comment", spec.comment());
        request = unlessEmpty(request, "author", spec.author());
        for (String change : spec.changes()) {
            request = request.query("changes", change);
        }
        return calls.object(request, ContainerSpecCodec::id);
    }
}
