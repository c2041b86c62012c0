package io.quayside.desktop.compose;

import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.state.model.Container;
import io.quayside.engine.compose.ComposeOrigin;
import io.quayside.engine.compose.ComposeSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A compose project: one whose containers are in the engine, or whose files were opened here, or both.
///
/// @param name as Docker Compose knows it; a claim of whoever wrote the labels
/// @param source its files, where it is known which they are; whether they are still there is another question
/// @param containers of all its services, in the order of their names
/// @param history what was done with it from here, the newest first
public record Project(
        String name, Optional<ComposeSource> source, List<Container> containers, List<ComposeRecord> history) {
    public Project {
        containers = List.copyOf(containers);
        history = List.copyOf(history);
    }

    /// All there are, by name.
    public static List<Project> all(MirrorSnapshot snapshot, List<KeptProject> kept) {
        Map<String, List<Container>> found = new HashMap<>();
        for (Container container : snapshot.containers().orElse(Map.of()).values()) {
            container
                    .project()
                    .ifPresent(name -> found.computeIfAbsent(name, ignored -> new ArrayList<>())
                            .add(container));
        }
        Map<String, KeptProject> known = new HashMap<>();
        kept.forEach(project -> known.put(project.name(), project));
        Set<String> names = new TreeSet<>(found.keySet());
        kept.stream().filter(KeptProject::opened).map(KeptProject::name).forEach(names::add);
        return names.stream()
                .map(name -> of(
                        name, found.getOrDefault(name, List.of()), known.getOrDefault(name, KeptProject.named(name))))
                .toList();
    }

    private static Project of(String name, List<Container> containers, KeptProject kept) {
        List<Container> sorted = containers.stream()
                .sorted(Comparator.comparing(Container::name))
                .toList();
        Optional<ComposeSource> source = kept.source()
                .or(() -> sorted.stream()
                        .flatMap(container -> ComposeOrigin.of(container.labels()).stream())
                        .flatMap(origin -> origin.source().stream())
                        .findFirst()
                        .map(found -> found.withProfiles(kept.profiles())));
        return new Project(name, source, sorted, kept.history());
    }

    /// Where its first file is, if that is known.
    public Optional<Path> file() {
        return source.flatMap(known -> known.files().stream().findFirst());
    }

    /// The containers of a service.
    public List<Container> of(String service) {
        return containers.stream()
                .filter(container -> container.service().equals(Optional.of(service)))
                .toList();
    }
}
