package io.quayside.engine.internal.resource;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.RefusedException;
import io.quayside.engine.internal.codec.ImageCodec;
import io.quayside.engine.internal.codec.PullCodec;
import io.quayside.engine.internal.http.EngineRequest;
import io.quayside.engine.model.ImageDetails;
import io.quayside.engine.model.ImageFilter;
import io.quayside.engine.model.ImageRemoval;
import io.quayside.engine.model.ImageSummary;
import io.quayside.engine.model.PullProgress;
import io.quayside.engine.model.PullSpec;
import io.quayside.engine.resource.Images;
import io.quayside.engine.stream.EngineStream;
import java.util.List;

/// The calls under `/images`.
final class HttpImages implements Images {
    private static final int SERVER_ERROR = 500;

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
        return calls.array(HttpContainers.filtered(request, filter.filters()), ImageCodec::summary);
    }

    @Override
    public ImageDetails inspect(String image) throws EngineException {
        return calls.document(EngineRequest.get("images", image, "json"), ImageCodec::details);
    }

    @Override
    public EngineStream<PullProgress> pull(PullSpec spec) throws EngineException {
        PulledName name = PulledName.of(spec.reference());
        EngineRequest request = EngineRequest.post("images", "create")
                .query("fromImage", name.repository())
                .query("tag", name.version())
                .unbounded();
        request = HttpContainers.unlessEmpty(request, "platform", spec.platform());
        if (spec.auth().isPresent()) {
            request = request.header("X-Registry-Auth", spec.auth().get().headerValue());
        }
        String line = request.line();
        return calls.stream(request, in -> progress(line, PullCodec.read(in)));
    }

    private static PullProgress progress(String requestLine, PullCodec.Line line) throws EngineException {
        if (!line.error().isEmpty()) {
            int status = line.errorCode() >= 400 && line.errorCode() < 600 ? line.errorCode() : SERVER_ERROR;
            throw RefusedException.of(requestLine, status, line.error());
        }
        return line.step();
    }

    /// What is pulled, in the two parts that the call takes.
    ///
    /// @param repository the name up to tag or digest
    /// @param version the tag, or the digest with its algorithm in front
    record PulledName(String repository, String version) {

        static PulledName of(String reference) {
            int at = reference.indexOf('@');
            if (at >= 0) {
                return new PulledName(withoutTag(reference.substring(0, at)), reference.substring(at + 1));
            }
            String repository = withoutTag(reference);
            return new PulledName(
                    repository,
                    repository.length() == reference.length()
                            ? "latest"
                            : reference.substring(repository.length() + 1));
        }

        /// A colon before the last slash belongs to the registry's port.
        private static String withoutTag(String name) {
            int colon = name.lastIndexOf(':');
            return colon > name.lastIndexOf('/') ? name.substring(0, colon) : name;
        }
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
}
