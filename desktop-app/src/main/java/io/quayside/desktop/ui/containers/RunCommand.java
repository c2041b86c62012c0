package io.quayside.desktop.ui.containers;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.engine.recreate.ContainerEdit;
import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunLine;
import java.util.function.Consumer;

/// The `docker run` line that makes a container like one that is there, secrets and all.
public final class RunCommand {
    private RunCommand() {}

    /// Asks the engine for it. FX thread.
    ///
    /// @param then takes the line, on the FX thread
    public static void of(ContainersParts parts, ContainerLine container, Consumer<String> then) {
        String id = container.container().id();
        parts.tasks()
                .task("Reading " + container.name())
                .brief()
                .explain(failure -> parts.problems().map(failure, new Attempt("inspect", container.name())))
                .start(
                        context -> RunLine.render(
                                ContainerEdit.of(parts.connected(), id).line().with(RunFlag.DETACH, true)),
                        then);
    }
}
