package io.quayside.desktop.lifecycle.tray;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.state.EngineSession;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.task.Tasks;
import io.quayside.engine.Engine;
import io.quayside.engine.model.PortMapping;
import io.quayside.engine.model.StopOptions;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The running containers of the engine in use, for the tray's menu, with what can be done there.
///
/// @param browse opens an address in the browser
public record RunningContainers(EngineSession session, Tasks tasks, ProblemMapper problems, Consumer<String> browse)
        implements Supplier<List<TrayContainer>> {
    @Override
    public List<TrayContainer> get() {
        Map<String, Container> all = session.mirror().snapshot().containers().orElse(Map.of());
        return all.values().stream()
                .filter(Container::isUp)
                .sorted(Comparator.comparing(Container::name))
                .map(this::item)
                .toList();
    }

    private TrayContainer item(Container container) {
        List<TrayContainer.Port> ports = container.ports().stream()
                .filter(port -> port.isPublished() && port.type().equals("tcp"))
                .map(PortMapping::publicPort)
                .distinct()
                .map(port -> "localhost:" + port)
                .map(address -> new TrayContainer.Port(address, () -> browse.accept("http://" + address)))
                .toList();
        return new TrayContainer(container.name(), ports, () -> stop(container));
    }

    private void stop(Container container) {
        tasks.task("Stopping " + container.name())
                .doneTitle("Stopped " + container.name())
                .kind(TaskKind.CONTAINER)
                .location("containers")
                .brief()
                .explain(failure -> problems.map(failure, new Attempt("stop", container.name())))
                .start(context -> {
                    Engine engine = session.engine().orElseThrow(() -> new IOException("The engine is not connected"));
                    return engine.containers().stop(container.id(), StopOptions.defaults());
                });
    }
}
