package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.containers.ConnectionState;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.detail.StartOrder;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.control.ViewLifecycle;
import io.quayside.desktop.ui.format.SafeText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Whose output stands together, and what of it is shown. FX thread.
final class TogetherViewModel extends ViewLifecycle {
    private final ContainersParts parts;
    private final LogFeeds feeds;
    private final Consumer<ManyLogs> show;
    private final ConnectionState connection;
    private final ReadOnlyObjectWrapper<List<Source>> sources = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
    private final Map<String, ContainerLine> known = new LinkedHashMap<>();
    private final Set<String> off = new HashSet<>();
    private Optional<Set<String>> offBefore = Optional.empty();
    private Asked asked = new Asked.Some(List.of());
    private Optional<ManyLogs> logs = Optional.empty();
    private boolean out = true;
    private boolean err = true;

    /// Of which containers.
    sealed interface Asked {
        /// All of a compose project.
        record Project(String name) implements Asked {}

        /// These, by id or name.
        record Some(List<String> idsOrNames) implements Asked {
            public Some {
                idsOrNames = List.copyOf(idsOrNames);
            }
        }
    }

    /// A container in the list.
    ///
    /// @param on whether its lines are shown
    /// @param solo whether they are the only ones
    record Source(ContainerLine line, LogService service, boolean on, boolean solo) {}

    /// @param show given what is to be shown from now on
    TogetherViewModel(ContainersParts parts, LogFeeds feeds, Consumer<ManyLogs> show) {
        this.parts = parts;
        this.feeds = feeds;
        this.show = show;
        this.connection = new ConnectionState(parts);
    }

    ReadOnlyObjectProperty<List<Source>> sourcesProperty() {
        return sources.getReadOnlyProperty();
    }

    /// Grows each time that the engine has said what there is.
    ReadOnlyLongProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    ConnectionState connection() {
        return connection;
    }

    Asked asked() {
        return asked;
    }

    /// The project, or how many containers.
    String title() {
        return switch (asked) {
            case Asked.Project(String name) -> SafeText.line(name);
            case Asked.Some ignored ->
                sources.get().size() == 1 ? "1 container" : sources.get().size() + " containers";
        };
    }

    void ask(Asked next) {
        if (!next.equals(asked)) {
            asked = next;
            out = true;
            err = true;
            forget();
        }
    }

    private void forget() {
        known.clear();
        off.clear();
        offBefore = Optional.empty();
        sources.set(List.of());
        logs = Optional.empty();
    }

    @Override
    protected void onShown() {
        logs = Optional.empty();
        whileShown(parts.session().mirror().onChange(snapshot -> parts.fx().run(() -> take(snapshot))));
        whileShown(parts.session().onStatus(status -> parts.fx().run(() -> connection.status(status))));
    }

    @Override
    protected void onHidden() {
        connection.hidden();
    }

    private void take(MirrorSnapshot snapshot) {
        if (!isShown()) {
            return;
        }
        connection.snapshot(snapshot);
        if (snapshot.isUnknown()) {
            forget(); // another engine comes
        }
        Set<String> before = Set.copyOf(known.keySet());
        for (Container container : snapshot.containers().orElse(Map.of()).values()) {
            if (isAsked(container)) {
                known.put(
                        container.id(),
                        ContainerLine.of(container, snapshot, parts.clock().instant()));
            }
        }
        parts.session().mirror().needFacts(known.keySet());
        boolean others = !before.equals(known.keySet());
        paint();
        version.set(version.get() + 1);
        if (known.isEmpty()) {
            return;
        }
        if (others || logs.isEmpty()) {
            ManyLogs next = new ManyLogs(
                    parts,
                    feeds,
                    sources.get().stream().map(Source::line).toList(),
                    sources.get().stream().map(Source::service).toList());
            logs = Optional.of(next);
            choose();
            show.accept(next);
        } else {
            for (Feeding feeding : logs.get().feedings()) {
                ContainerLine line = known.get(feeding.container().container().id());
                if (line != null) {
                    feeding.changed(line);
                }
            }
        }
    }

    private boolean isAsked(Container container) {
        return switch (asked) {
            case Asked.Project(String name) ->
                container.project().filter(name::equals).isPresent();
            case Asked.Some(List<String> wanted) ->
                wanted.contains(container.id()) || wanted.contains(container.name());
        };
    }

    /// In the order in which they are started, else of their names; the colour of each is its place.
    private void paint() {
        Map<String, Integer> replicas = new HashMap<>();
        known.values().forEach(line -> replicas.merge(service(line), 1, Integer::sum));
        long projects = known.values().stream()
                .map(line -> line.container().project())
                .distinct()
                .count();
        List<ContainerLine> lines = new ArrayList<>(known.values());
        lines.sort(
                projects == 1
                        ? StartOrder.of(known.values())
                        : Comparator.comparing(TogetherViewModel::service).thenComparing(ContainerLine::name));
        List<Source> all = new ArrayList<>();
        for (ContainerLine line : lines) {
            String id = line.container().id();
            boolean byService =
                    projects == 1 && !service(line).isEmpty() && replicas.getOrDefault(service(line), 0) == 1;
            LogService service = new LogService(byService ? SafeText.line(service(line)) : line.name(), all.size());
            boolean on = !off.contains(id);
            all.add(new Source(line, service, on, on && off.size() == lines.size() - 1 && lines.size() > 1));
        }
        sources.set(List.copyOf(all));
    }

    private static String service(ContainerLine line) {
        return line.container().service().orElse("");
    }

    // What is shown of it.

    boolean out() {
        return out;
    }

    boolean err() {
        return err;
    }

    void streams(boolean showOut, boolean showErr) {
        out = showOut;
        err = showErr;
        choose();
    }

    /// Shows the lines of a container or leaves them out.
    void toggle(int place) {
        id(place).ifPresent(id -> {
            offBefore = Optional.empty();
            if (!off.remove(id)) {
                off.add(id);
            }
            chosen();
        });
    }

    /// Shows the lines of one container only; once more, what was shown before.
    void solo(int place) {
        id(place).ifPresent(id -> {
            boolean was = sources.get().get(place).solo();
            Set<String> back = offBefore.orElse(Set.of());
            offBefore = was ? Optional.empty() : Optional.of(offBefore.orElse(Set.copyOf(off)));
            off.clear();
            if (was) {
                off.addAll(back);
            } else {
                off.addAll(known.keySet());
                off.remove(id);
            }
            chosen();
        });
    }

    void all() {
        off.clear();
        offBefore = Optional.empty();
        chosen();
    }

    private Optional<String> id(int place) {
        List<Source> now = sources.get();
        return place < now.size()
                ? Optional.of(now.get(place).line().container().id())
                : Optional.empty();
    }

    private void chosen() {
        paint();
        choose();
    }

    private void choose() {
        Set<Integer> on = new HashSet<>();
        List<Source> now = sources.get();
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i).on()) {
                on.add(i);
            }
        }
        logs.ifPresent(all -> all.choose(new LogChoice(on, out, err)));
    }

    /// How many of them are shown, and in which order.
    String order() {
        long on = sources.get().stream().filter(Source::on).count();
        int all = sources.get().size();
        String what = asked instanceof Asked.Project ? "service" : "container";
        return on + " of " + all + " " + what + (all == 1 ? "" : "s") + ", ordered by the engine’s time";
    }

    /// "Find in 3 services".
    String findPrompt() {
        long on = sources.get().stream().filter(Source::on).count();
        String what = asked instanceof Asked.Project ? " service" : " container";
        return "Find in " + on + what + (on == 1 ? "" : "s");
    }
}
