package io.quayside.desktop.ui.compose.project;

import io.quayside.desktop.compose.Project;
import io.quayside.desktop.compose.RunItem;
import io.quayside.desktop.compose.RunStep;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.containers.row.StatusText;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.engine.compose.ComposeModel;
import io.quayside.engine.compose.ComposeService;
import io.quayside.engine.model.PortMapping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a service's row says. All text is safe to show.
///
/// @param service its name as the files have it
/// @param origin its image, or "build: ."
/// @param word "Running", "Building", "2 of 3 running"
/// @param detail "Step 5 of 7", "Profile is off"
/// @param ports "localhost:5000", "5000 when up", "6379 internal", "None"
/// @param containers those of it that are there
/// @param on whether it takes part in an `up`
/// @param known whether the files name it
/// @param built whether its image is built
/// @param live whether the engine confirms it
public record ServiceLine(
        String service,
        String title,
        StateGlyph glyph,
        String origin,
        String word,
        String detail,
        String ports,
        List<Container> containers,
        boolean on,
        boolean known,
        boolean built,
        boolean live) {
    public ServiceLine {
        containers = List.copyOf(containers);
    }

    /// All services: those of the files, each after those it depends on, the others after them.
    ///
    /// @param working what is done with them now
    static List<ServiceLine> of(
            Project project,
            Optional<ComposeModel> model,
            Set<String> profiles,
            List<RunItem> working,
            boolean live,
            Instant now) {
        List<ServiceLine> all = new ArrayList<>();
        Set<String> told = new LinkedHashSet<>();
        for (ComposeService service :
                model.map(ComposeModel::inOrder).orElse(List.of()).reversed()) {
            told.add(service.name());
            all.add(line(project, service.name(), Optional.of(service), profiles, working, false, live, now));
        }
        project.containers().stream()
                .flatMap(container -> container.service().stream())
                .distinct()
                .sorted()
                .filter(told::add)
                .forEach(name -> all.add(
                        line(project, name, Optional.empty(), profiles, working, model.isPresent(), live, now)));
        // Those that are switched off stand last.
        return all.stream()
                .sorted(Comparator.comparing((ServiceLine line) -> !line.on()))
                .toList();
    }

    private static ServiceLine line(
            Project project,
            String name,
            Optional<ComposeService> service,
            Set<String> profiles,
            List<RunItem> working,
            boolean orphan,
            boolean live,
            Instant now) {
        List<Container> containers = project.of(name);
        boolean on = service.map(known -> known.isOn(profiles)).orElse(true);
        Optional<RunItem> run = working.stream()
                .filter(item -> item.isService() && item.name().equals(name))
                .filter(item -> item.state() == RunStep.State.WORKING)
                .findFirst();
        StatusText status = run.flatMap(item -> doing(item))
                .or(() -> several(containers, live))
                .or(() -> containers.stream()
                        .findFirst()
                        .map(one -> live ? StatusText.of(one, now) : StatusText.past(one, now, now)))
                .orElseGet(() -> new StatusText(
                        StateGlyph.CREATED,
                        "Not started",
                        on
                                ? ""
                                : "Profile "
                                        + (service.map(ComposeService::profiles)
                                                                .orElse(Set.of())
                                                                .size()
                                                        > 1
                                                ? "s are off"
                                                : "is off"),
                        false));
        return new ServiceLine(
                name,
                SafeText.line(name),
                status.glyph(),
                SafeText.line(service.map(known -> origin(known, project))
                        .orElseGet(() -> containers.stream()
                                .map(Container::image)
                                .findFirst()
                                .orElse(""))),
                status.word(),
                orphan ? "Not in the file any more" : status.detail(),
                ports(containers, service),
                containers,
                on,
                service.isPresent(),
                service.flatMap(ComposeService::build).isPresent(),
                live);
    }

    private static String origin(ComposeService service, Project project) {
        return service.image().isEmpty() ? "build: " + relative(service.build().orElse("."), project) : service.image();
    }

    /// As the file most likely has it.
    private static String relative(String build, Project project) {
        String folder = project.source().map(files -> files.folder().toString()).orElse("");
        if (folder.isEmpty() || !build.startsWith(folder)) {
            return build;
        }
        String rest = build.substring(folder.length());
        return rest.isEmpty() ? "." : rest.startsWith("/") || rest.startsWith("\\") ? "." + rest : build;
    }

    private static Optional<StatusText> doing(RunItem item) {
        return item.steps().stream()
                .filter(step -> step.state() == RunStep.State.WORKING)
                .reduce((before, last) -> last)
                .map(step -> {
                    long done = item.steps().stream().filter(RunStep::isOver).count();
                    return new StatusText(
                            StateGlyph.STARTING,
                            doing(step),
                            item.steps().size() > 1
                                    ? "Step " + (done + 1) + " of "
                                            + item.steps().size()
                                    : "",
                            false);
                });
    }

    /// "Waiting", "Pulling"; of a step of a build that it builds.
    private static String doing(RunStep step) {
        String first = step.text().split(" ", 2)[0].replace(",", "");
        return switch (first) {
            case "Created", "Making" -> "Starting";
            default -> first.endsWith("ing") ? SafeText.line(first) : "Building";
        };
    }

    private static Optional<StatusText> several(List<Container> containers, boolean live) {
        if (containers.size() < 2) {
            return Optional.empty();
        }
        long up = containers.stream().filter(Container::isUp).count();
        StateGlyph glyph = !live
                ? StateGlyph.UNKNOWN
                : containers.stream().anyMatch(Container::hasProblem)
                        ? StateGlyph.UNHEALTHY
                        : up > 0 ? StateGlyph.RUNNING : StateGlyph.STOPPED;
        return Optional.of(new StatusText(glyph, up + " of " + containers.size() + " running", "", false));
    }

    private static String ports(List<Container> containers, Optional<ComposeService> service) {
        Set<String> words = new LinkedHashSet<>();
        for (Container container : containers) {
            for (PortMapping port : container.ports()) {
                String type = port.type().equals("tcp") ? "" : "/" + port.type();
                if (port.isPublished() && container.isUp()) {
                    words.add("localhost:" + port.publicPort() + type);
                } else if (!port.isPublished()) {
                    words.add(port.privatePort() + type + " internal");
                }
            }
        }
        if (words.isEmpty()) {
            service.ifPresent(known -> known.ports().forEach(port -> words.add(host(port) + " when up")));
        }
        return words.isEmpty() ? "None" : words.stream().map(SafeText::line).collect(Collectors.joining(", "));
    }

    /// The port of this computer in `127.0.0.1:8080:80/tcp`.
    static String host(String port) {
        String[] parts = port.replaceFirst("/.*", "").split(":", -1);
        return parts.length < 2 ? "any port to " + parts[0] : parts[parts.length - 2];
    }

    boolean isUp() {
        return containers.stream().anyMatch(Container::isUp);
    }

    /// Ports that can be opened in a browser.
    List<PortMapping> published() {
        return containers.stream()
                .filter(Container::isUp)
                .flatMap(container -> container.ports().stream())
                .filter(PortMapping::isPublished)
                .toList();
    }
}
