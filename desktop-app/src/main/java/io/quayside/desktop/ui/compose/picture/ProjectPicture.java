package io.quayside.desktop.ui.compose.picture;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.engine.compose.ComposeModel;
import io.quayside.engine.compose.ComposeService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a picture of a project shows. All text is safe to show.
///
/// @param note what they are all on, for its foot
public record ProjectPicture(List<Box> boxes, List<Edge> edges, String note) {
    /// What a box stands for.
    public enum Kind {
        PORT,
        SERVICE,
        VOLUME
    }

    /// @param id unique in the picture
    /// @param column from the left: ports, then services, each to the left of what it depends on
    /// @param service the one a click selects, empty for a volume
    /// @param on whether it takes part in an `up`
    public record Box(
            String id,
            Kind kind,
            int column,
            String title,
            String detail,
            StateGlyph glyph,
            String service,
            boolean on,
            boolean selected) {}

    /// A line from a box to what it leads to or needs.
    ///
    /// @param words "when healthy", often empty
    public record Edge(String from, String to, String words, boolean on, boolean selected) {}

    /// How a service stands.
    public record Stand(StateGlyph glyph, String detail, boolean on) {}

    public static final ProjectPicture NOTHING = new ProjectPicture(List.of(), List.of(), "");

    public ProjectPicture {
        boxes = List.copyOf(boxes);
        edges = List.copyOf(edges);
    }

    /// @param stands how each service stands
    /// @param ports of each service, as this computer has them
    /// @param selected the service whose row is selected
    /// @param note what is said at its foot
    public static ProjectPicture of(
            ComposeModel model,
            Map<String, Stand> stands,
            Map<String, List<String>> ports,
            Optional<String> selected,
            String note) {
        Map<String, Integer> columns = columns(model);
        List<Box> boxes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        Map<String, Integer> volumes = new TreeMap<>();
        for (ComposeService service : model.inOrder().reversed()) {
            String name = service.name();
            Stand stand = stands.getOrDefault(name, new Stand(StateGlyph.CREATED, "", true));
            boolean chosen = selected.equals(Optional.of(name));
            int column = columns.getOrDefault(name, 1);
            String id = "service-" + name;
            List<String> published = ports.getOrDefault(name, List.of());
            if (!published.isEmpty()) {
                boxes.add(new Box(
                        "port-" + name,
                        Kind.PORT,
                        0,
                        published.stream().map(SafeText::line).collect(Collectors.joining(", ")),
                        "localhost",
                        StateGlyph.UNKNOWN,
                        name,
                        stand.on(),
                        false));
                edges.add(new Edge("port-" + name, id, "", stand.on(), false));
            }
            boxes.add(new Box(
                    id,
                    Kind.SERVICE,
                    column,
                    SafeText.line(name),
                    stand.detail(),
                    stand.glyph(),
                    name,
                    stand.on(),
                    chosen));
            new TreeMap<>(service.dependsOn())
                    .forEach((needed, condition) -> edges.add(new Edge(
                            id,
                            "service-" + needed,
                            words(condition),
                            stand.on(),
                            chosen || selected.equals(Optional.of(needed)))));
            for (String volume : new TreeSet<>(service.volumes())) {
                volumes.merge(volume, column, Math::max);
                edges.add(new Edge(id, "volume-" + volume, "", stand.on(), chosen));
            }
        }
        volumes.forEach((volume, column) -> boxes.add(new Box(
                "volume-" + volume,
                Kind.VOLUME,
                column,
                SafeText.line(volume),
                "volume",
                StateGlyph.UNKNOWN,
                "",
                true,
                false)));
        return new ProjectPicture(boxes, edges, note);
    }

    private static String words(String condition) {
        return switch (condition) {
            case "service_healthy" -> "when healthy";
            case "service_completed_successfully" -> "when finished";
            default -> "";
        };
    }

    /// Each service right of all that depend on it, from column 1 on.
    private static Map<String, Integer> columns(ComposeModel model) {
        Map<String, Integer> columns = new HashMap<>();
        // Dependents come first here, so that each is placed before what it needs.
        for (ComposeService service : model.inOrder().reversed()) {
            int column = columns.computeIfAbsent(service.name(), ignored -> 1);
            Set<String> needed = service.dependsOn().keySet();
            needed.forEach(name -> columns.merge(name, column + 1, Math::max));
        }
        return columns;
    }

    /// As one sentence for whoever can't see it.
    String sentence() {
        return "Picture of "
                + boxes.stream()
                        .filter(box -> box.kind() == Kind.SERVICE)
                        .map(box -> box.title()
                                + edges.stream()
                                        .filter(edge -> edge.from().equals(box.id())
                                                && edge.to().startsWith("service-"))
                                        .map(edge -> " needs " + edge.to().substring("service-".length())
                                                + (edge.words().isEmpty() ? "" : " " + edge.words()))
                                        .collect(Collectors.joining(",")))
                        .collect(Collectors.joining("; "));
    }
}
