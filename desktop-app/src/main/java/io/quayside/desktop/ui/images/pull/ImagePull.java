package io.quayside.desktop.ui.images.pull;

import io.quayside.desktop.registries.RegistryLogins;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskContext;
import io.quayside.desktop.ui.images.transfer.LayerProgress.Phase;
import io.quayside.desktop.ui.images.transfer.TransferReport;
import io.quayside.desktop.ui.images.transfer.TransferState;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.PullProgress;
import io.quayside.engine.model.PullSpec;
import io.quayside.engine.stream.EngineStream;
import java.util.Optional;
import java.util.function.Consumer;

/// The one way in which the window pulls an image: bytes, rate and rest go to the task that it is part of. Blocks.
public final class ImagePull {
    private final TaskContext context;
    private final RegistryLogins logins;
    private final TransferReport report;

    /// @param logins with that for the image's registry, if anybody is signed in there
    /// @param watcher hears of every step, on the thread of the work
    public ImagePull(TaskContext context, RegistryLogins logins, Consumer<TransferState> watcher) {
        this.context = context;
        this.logins = logins;
        this.report = new TransferReport(context, watcher);
    }

    /// Pulls, and returns what came in.
    ///
    /// @param platform such as `linux/arm64`, or empty for the engine's own
    public TransferState run(Engine engine, String reference, String platform) throws EngineException {
        TransferState state = TransferState.NONE;
        PullSpec spec = new PullSpec(reference, platform, logins.readable(reference));
        try (EngineStream<PullProgress> steps = engine.images().pull(spec);
                Subscription _ = context.onCancel(steps)) {
            for (Optional<PullProgress> next = steps.next(); next.isPresent(); next = steps.next()) {
                state = with(state, next.get());
                report.show(state);
            }
        }
        report.end();
        return state;
    }

    private static TransferState with(TransferState state, PullProgress step) {
        Optional<Phase> phase = switch (step.phase()) {
            case WAITING -> Optional.of(Phase.WAITING);
            case DOWNLOADING -> Optional.of(Phase.MOVING);
            case VERIFYING -> Optional.of(Phase.CHECKING);
            case DOWNLOADED -> Optional.of(Phase.ARRIVED);
            case EXTRACTING -> Optional.of(Phase.UNPACKING);
            case COMPLETE -> Optional.of(Phase.DONE);
            case EXISTED -> Optional.of(Phase.EXISTED);
            case MESSAGE -> TransferReport.retrying(step.text());
        };
        return step.layer().isEmpty() || phase.isEmpty()
                ? state
                : state.with(step.layer(), phase.get(), step.current(), step.total());
    }
}
