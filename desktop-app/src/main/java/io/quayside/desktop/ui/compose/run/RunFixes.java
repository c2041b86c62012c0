package io.quayside.desktop.ui.compose.run;

import io.quayside.desktop.compose.ComposeConflict;
import io.quayside.desktop.problem.EngineCause;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.compose.ComposeParts;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.ShellContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What can be done about something that Docker Compose couldn't do. FX thread.
final class RunFixes {
    private final ComposeParts compose;
    private final ShellContext shell;

    RunFixes(ComposeParts compose, ShellContext shell) {
        this.compose = compose;
        this.shell = shell;
    }

    /// The problem with buttons: to the file, which says what is asked for, and to whoever has it.
    Problem with(Problem problem, String project) {
        MirrorSnapshot snapshot = compose.parts().session().mirror().snapshot();
        List<Problem.Action> actions = new ArrayList<>();
        if (problem.cause().isPresent()) {
            switch (problem.cause().get()) {
                case EngineCause.PortTaken(int port) -> {
                    actions.add(edit(project));
                    actions.add(ComposeConflict.holder(port, snapshot)
                            .map(this::show)
                            .orElse(new Problem.Action(
                                    "Show port map", () -> shell.navigator().go(Location.of("networks", "ports")))));
                }
                case EngineCause.NameTaken taken -> {
                    actions.add(edit(project));
                    Optional<Container> holder = snapshot.container(taken.holderId());
                    holder.map(this::show).ifPresent(actions::add);
                }
                case EngineCause.RangeTaken ignored -> {
                    actions.add(edit(project));
                    actions.add(new Problem.Action(
                            "Show networks", () -> shell.navigator().go(Location.of("networks"))));
                }
                default -> {}
            }
        } else if (problem.code().equals("compose-file")) {
            actions.add(edit(project));
        }
        return problem.withActions(actions);
    }

    private Problem.Action edit(String project) {
        return new Problem.Action("Edit file", () -> shell.navigator().go(Location.of("project", project, "file")));
    }

    private Problem.Action show(Container container) {
        return new Problem.Action(
                "Show " + SafeText.line(container.name()),
                () -> shell.navigator().go(Location.of("container", container.id())));
    }
}
