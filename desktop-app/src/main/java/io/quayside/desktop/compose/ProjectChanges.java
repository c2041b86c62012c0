package io.quayside.desktop.compose;

import io.quayside.desktop.state.model.Container;
import io.quayside.engine.Engine;
import io.quayside.engine.compose.Compose;
import io.quayside.engine.compose.ComposeAction;
import io.quayside.engine.compose.ComposeEvent;
import io.quayside.engine.compose.ComposeException;
import io.quayside.engine.compose.ComposeModel;
import io.quayside.engine.compose.ComposeOrigin;
import io.quayside.engine.compose.ComposePlan;
import io.quayside.engine.compose.ComposeService;
import io.quayside.engine.compose.ComposeSource;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ContainerConfig;
import io.quayside.engine.model.ContainerDetails;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What an Up would do now, service by service, and why: what Docker Compose says when it only tries, and how the
/// containers differ from
/// what the files say. Nothing of it is kept.
///
/// @param services in the order of the files, then those that only have containers
public record ProjectChanges(List<Service> services) {
    public ProjectChanges {
        services = List.copyOf(services);
    }

    /// @param why short words, none with a value of the environment; may be empty
    public record Service(String name, ComposePlan.Change change, List<String> why) {
        public Service {
            why = List.copyOf(why);
        }
    }

    /// Whether an Up would do anything.
    public boolean any() {
        return services.stream()
                .map(Service::change)
                .anyMatch(change -> change != ComposePlan.Change.UNCHANGED && change != ComposePlan.Change.REMOVED);
    }

    /// Runs Docker Compose and asks the engine. Blocks.
    ///
    /// @param containers those of the project
    public static ProjectChanges of(Compose compose, Engine engine, ComposeSource source, List<Container> containers)
            throws ComposeException, EngineException, InterruptedException {
        ComposeModel model = compose.read(source);
        ComposePlan plan = compose.plan(source, ComposeAction.Up.all());
        Map<String, ComposePlan.Change> changes = new HashMap<>();
        for (ComposePlan.Step step : plan.steps()) {
            if (step.kind() == ComposeEvent.Kind.CONTAINER) {
                service(step.name(), model, containers)
                        .ifPresent(name -> changes.merge(name, step.change(), ProjectChanges::stronger));
            }
        }
        List<Service> services = new ArrayList<>();
        for (ComposeService service : model.services()) {
            ComposePlan.Change change = changes.get(service.name());
            if (change != null) {
                List<String> why = change == ComposePlan.Change.RECREATED
                        ? why(compose, engine, model, service, containers)
                        : List.of();
                services.add(new Service(service.name(), change, why));
            }
        }
        gone(model, containers)
                .forEach(name -> services.add(
                        new Service(name, ComposePlan.Change.REMOVED, List.of("the files don't have it any more"))));
        return new ProjectChanges(services);
    }

    private static ComposePlan.Change stronger(ComposePlan.Change one, ComposePlan.Change other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Optional<String> service(String container, ComposeModel model, List<Container> containers) {
        return containers.stream()
                .filter(one -> one.name().equals(container))
                .findFirst()
                .flatMap(Container::service)
                .or(() -> model.services().stream()
                        .filter(one -> one.containerName().equals(container)
                                || container.matches(
                                        java.util.regex.Pattern.quote(model.name() + "-" + one.name()) + "-\\d{1,6}"))
                        .map(ComposeService::name)
                        .findFirst());
    }

    /// Services that have containers and don't stand in the files any more. An Up leaves them as they are.
    private static Set<String> gone(ComposeModel model, List<Container> containers) {
        Set<String> names = new TreeSet<>();
        containers.forEach(container -> container
                .service()
                .filter(name -> model.service(name).isEmpty())
                .ifPresent(names::add));
        return names;
    }

    private static List<String> why(
            Compose compose, Engine engine, ComposeModel model, ComposeService service, List<Container> containers)
            throws EngineException {
        for (Container container : containers) {
            if (container.service().equals(Optional.of(service.name()))) {
                ContainerDetails details = engine.containers().inspect(container.id());
                ContainerConfig image =
                        engine.images().inspect(details.imageId()).config();
                List<String> words = new ServiceDifference(model, service, details, image).words();
                return words.isEmpty() ? List.of(otherReason(compose, container)) : words;
            }
        }
        return List.of();
    }

    private static String otherReason(Compose compose, Container container) {
        String made =
                ComposeOrigin.of(container.labels()).map(ComposeOrigin::version).orElse("");
        return made.isEmpty() || compose.program().version().startsWith(made)
                ? "something else of its definition changed"
                : "it was made by Docker Compose " + made + ", which tells changes in its own way";
    }
}
