package io.quayside.desktop.ui.images.push;

import io.quayside.desktop.registries.RegistryLogins;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskContext;
import io.quayside.desktop.ui.images.transfer.LayerProgress.Phase;
import io.quayside.desktop.ui.images.transfer.TransferReport;
import io.quayside.desktop.ui.images.transfer.TransferState;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.PushProgress;
import io.quayside.engine.model.PushSpec;
import io.quayside.engine.stream.EngineStream;
import java.util.Optional;
import java.util.function.Consumer;

/// The work of a push: bytes, rate and rest go to the task that it is part of. Blocks.
final class ImagePush {
    private final TaskContext context;
    private final RegistryLogins logins;
    private final TransferReport report;

    /// What came of it.
    ///
    /// @param digest empty if the engine doesn't say
    record Outcome(TransferState state, String digest) {}

    /// @param watcher hears of every step, on the thread of the work
    ImagePush(TaskContext context, RegistryLogins logins, Consumer<TransferState> watcher) {
        this.context = context;
        this.logins = logins;
        this.report = new TransferReport(context, watcher);
    }

    Outcome run(Engine engine, String reference) throws EngineException {
        TransferState state = TransferState.NONE;
        String digest = "";
        PushSpec spec = new PushSpec(reference, "", logins.readable(reference));
        try (EngineStream<PushProgress> steps = engine.images().push(spec);
                Subscription _ = context.onCancel(steps)) {
            for (Optional<PushProgress> next = steps.next(); next.isPresent(); next = steps.next()) {
                state = with(state, next.get());
                digest = next.get().digest().isEmpty() ? digest : next.get().digest();
                report.show(state);
            }
        }
        report.end();
        return new Outcome(state, digest);
    }

    private static TransferState with(TransferState state, PushProgress step) {
        Optional<Phase> phase = switch (step.phase()) {
            case WAITING -> Optional.of(Phase.WAITING);
            case PUSHING -> Optional.of(Phase.MOVING);
            case PUSHED -> Optional.of(Phase.DONE);
            case EXISTED -> Optional.of(Phase.EXISTED);
            case MESSAGE -> TransferReport.retrying(step.text());
        };
        return step.layer().isEmpty() || phase.isEmpty()
                ? state
                : state.with(step.layer(), phase.get(), step.current(), step.total());
    }
}
