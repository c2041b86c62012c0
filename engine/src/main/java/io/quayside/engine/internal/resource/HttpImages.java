package io.quayside.engine.internal.resource;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.internal.codec.ImageAnswersCodec;
import io.quayside.engine.internal.codec.ImageCodec;
import io.quayside.engine.internal.codec.ProgressCodec;
import io.quayside.engine.internal.http.EngineRequest;
import io.quayside.engine.internal.http.RequestBody;
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
import io.quayside.engine.resource.Images;
import io.quayside.engine.stream.ContentSource;
import io.quayside.engine.stream.EngineStream;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// The calls under `/images`.
final class HttpImages implements Images {
    private static final String TAR = "application/x-tar";
    private static final String AUTH = "X-Registry-Auth";

    private final Calls calls;

    HttpImages(Calls calls) {
        this.calls = calls;
    }

    @Override
    public List<ImageSummary> list(ImageFilter filter) throws EngineException {
        EngineRequest request = EngineRequest.get("images", "json").flag("all", filter.all());
        if (filter.sharedSize() && calls.speaks(42)) {
            request = request.flag("shared-size", true).unbounded();
        }
        if (filter.manifests() && calls.speaks(47)) {
            request = request.flag("manifests", true);
        }
        return calls.array(HttpContainers.filtered(request, filter.filters()), ImageCodec::summary);
    }

    @Override
    public ImageDetails inspect(String image) throws EngineException {
        return calls.document(EngineRequest.get("images", image, "json"), ImageCodec::details);
    }

    @Override
    public List<HistoryEntry> history(String image) throws EngineException {
        return calls.array(EngineRequest.get("images", image, "history"), ImageAnswersCodec::historyEntry);
    }

    @Override
    public EngineStream<PullProgress> pull(PullSpec spec) throws EngineException {
        ImageName name = ImageName.of(spec.reference());
        EngineRequest request = EngineRequest.post("images", "create")
                .query("fromImage", name.repository())
                .query("tag", name.version())
                .unbounded();
        request = HttpContainers.unlessEmpty(request, "platform", spec.platform());
        return progress(withLogin(request, spec.auth()), ProgressCodec::pull);
    }

    @Override
    public EngineStream<PushProgress> push(PushSpec spec) throws EngineException {
        ImageName name = ImageName.of(spec.reference());
        EngineRequest request = EngineRequest.post("images", name.repository(), "push")
                .query("tag", name.version())
                .unbounded();
        if (!spec.platform().isEmpty() && calls.speaks(46)) {
            request = request.query("platform", PlatformQuery.of(spec.platform()));
        }
        // Without any login the engine takes the body for one of an ancient form, and refuses.
        RegistryAuth auth = spec.auth().orElseGet(() -> RegistryAuth.ofJson("{}"));
        return progress(withLogin(request, Optional.of(auth)), ProgressCodec::push);
    }

    private static EngineRequest withLogin(EngineRequest request, Optional<RegistryAuth> auth) {
        return auth.isPresent() ? request.header(AUTH, auth.get().headerValue()) : request;
    }

    private <T> EngineStream<T> progress(EngineRequest request, ProgressStream.Meaning<T> meaning)
            throws EngineException {
        return ProgressStream.of(calls, request, meaning);
    }

    @Override
    public void tag(String image, String repository, String tag) throws EngineException {
        calls.run(EngineRequest.post("images", image, "tag")
                .query("repo", repository)
                .query("tag", tag));
    }

    @Override
    public List<ImageRemoval> remove(String image, boolean force, boolean prune) throws EngineException {
        return calls.array(
                EngineRequest.delete("images", image)
                        .flag("force", force)
                        .flag("noprune", !prune)
                        .unbounded(),
                ImageCodec::removal);
    }

    @Override
    public ImagePruneReport prune(Filters filters) throws EngineException {
        EngineRequest request =
                HttpContainers.filtered(EngineRequest.post("images", "prune").unbounded(), filters);
        return calls.object(request, ImageAnswersCodec::pruned);
    }

    @Override
    public InputStream save(List<String> images) throws EngineException {
        EngineRequest request = EngineRequest.get("images", "get").unbounded();
        for (String image : images) {
            request = request.query("names", image);
        }
        return new ResponseStream(calls.transport().execute(request));
    }

    @Override
    public EngineStream<LoadProgress> load(ContentSource tar) throws EngineException {
        EngineRequest request = EngineRequest.post("images", "load")
                .query("quiet", "0")
                .body(new RequestBody.Stream(tar::writeTo, -1, TAR))
                .unbounded();
        return progress(request, ProgressCodec::load);
    }

    @Override
    public String importImage(ImportSpec spec, ContentSource tar) throws EngineException {
        EngineRequest request = EngineRequest.post("images", "create")
                .query("fromSrc", "-")
                .body(new RequestBody.Stream(tar::writeTo, -1, TAR))
                .unbounded();
        // Podman overlooks a tag of its own.
        String tag = spec.tag().isEmpty() || spec.repository().isEmpty() ? "" : ":" + spec.tag();
        request = HttpContainers.unlessEmpty(request, "repo", spec.repository() + tag);
        request = HttpContainers.unlessEmpty(request, "message", spec.message());
        request = HttpContainers.unlessEmpty(request, "platform", spec.platform());
        for (String change : spec.changes()) {
            request = request.query("changes", change);
        }
        return ProgressStream.last(calls, request);
    }

    @Override
    public List<SearchResult> search(String term, int limit, Filters filters, Optional<RegistryAuth> auth)
            throws EngineException {
        EngineRequest request = EngineRequest.get("images", "search")
                .query("term", term)
                .query("limit", Integer.toString(limit))
                .unbounded();
        return calls.array(HttpContainers.filtered(withLogin(request, auth), filters), ImageAnswersCodec::found);
    }
}
