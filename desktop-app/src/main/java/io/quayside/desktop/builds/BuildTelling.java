package io.quayside.desktop.builds;

import io.quayside.desktop.task.TaskContext;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.format.Times;
import io.quayside.engine.build.BuildEvent;
import java.util.List;

/// Says in Tasks how far a build is: the instruction at work, and how many are over. One thread.
final class BuildTelling {
    private static final int LONGEST = 60;

    private final TaskContext context;

    BuildTelling(TaskContext context) {
        this.context = context;
        context.outcome("finished steps are cached");
    }

    void tell(BuildEvent event, RunningBuild build) {
        if (!(event instanceof BuildEvent.StepStarted)
                && !(event instanceof BuildEvent.StepEnded)
                && !(event instanceof BuildEvent.StepCached)) {
            return;
        }
        BuildRecord now = build.record();
        List<BuildStep> instructions = now.instructions();
        long over = instructions.stream()
                .filter(step -> step.state() == BuildStep.State.CACHED || step.state() == BuildStep.State.DONE)
                .count();
        context.progress(over, now.total());
        for (int i = 0; i < instructions.size(); i++) {
            if (instructions.get(i).state() == BuildStep.State.RUNNING) {
                String words = SafeText.output(instructions.get(i).instruction(), LONGEST);
                context.detail("Step %d of %d, %s".formatted(i + 1, now.total(), words));
                return;
            }
        }
    }

    void done(BuildRecord built) {
        String size = built.imageSize().isPresent() ? Sizes.of(built.imageSize().getAsLong()) + " in " : "";
        String cached = built.cached() == 0
                ? ""
                : ", " + built.cached() + (built.cached() == 1 ? " step cached" : " steps cached");
        context.outcome(size + Times.duration(built.took(built.begun())) + cached);
    }
}
