package io.quayside.desktop.ui.networks.ports;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.LatestAnswer;
import io.quayside.desktop.ui.containers.fix.FreeNames;
import io.quayside.desktop.ui.containers.fix.OtherPort;
import io.quayside.desktop.ui.control.ViewLifecycle;
import io.quayside.desktop.ui.list.ListSegment;
import io.quayside.engine.Engine;
import io.quayside.engine.endpoint.EngineEndpoint;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The port map. Who has a port follows the engine's events; whether somebody answers there is tried when the map is
/// opened and when it is asked for, never in between. FX thread.
public final class PortMapViewModel extends ViewLifecycle {
    private final ContainersParts parts;
    private final Consumer<Problem> failed;
    private final LatestAnswer question;
    private final ReadOnlyObjectWrapper<List<PortEntry>> all = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Map<PortSegment, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<List<PortEntry>> items = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Instant>> checkedAt = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty filterText = new SimpleStringProperty("");
    private final ObjectProperty<PortSegment> segment = new SimpleObjectProperty<>(PortSegment.ALL);
    private MirrorSnapshot snapshot = MirrorSnapshot.EMPTY;
    private PortLook look = PortLook.NOTHING;
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper();
    private boolean wanted;

    /// @param failed is told what can't be done
    public PortMapViewModel(ContainersParts parts, Consumer<Problem> failed) {
        this.parts = parts;
        this.failed = failed;
        this.question = new LatestAnswer(parts.fx(), "port-map");
        filterText.subscribe((before, now) -> arrange());
        segment.subscribe((before, now) -> arrange());
    }

    @Override
    protected void onShown() {
        wanted = true;
        whileShown(parts.session().mirror().onChange(now -> parts.fx().run(() -> take(now))));
    }

    @Override
    protected void onHidden() {
        question.stop();
        checking.set(false);
        wanted = false;
    }

    ReadOnlyObjectProperty<List<PortEntry>> itemsProperty() {
        return items.getReadOnlyProperty();
    }

    /// Whatever the filter and the segment.
    ReadOnlyObjectProperty<List<PortEntry>> allProperty() {
        return all.getReadOnlyProperty();
    }

    /// How many ports there are, whatever the filter and the segment.
    public int size() {
        return all.get().size();
    }

    /// When all ports were tried last.
    ReadOnlyObjectProperty<Optional<Instant>> checkedAtProperty() {
        return checkedAt.getReadOnlyProperty();
    }

    public StringProperty filterTextProperty() {
        return filterText;
    }

    ObjectProperty<PortSegment> segmentProperty() {
        return segment;
    }

    /// How many ports each segment has, filter aside.
    ReadOnlyObjectProperty<Map<PortSegment, Integer>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /// "10 host ports, 1 conflict".
    public String summary() {
        int ports = all.get().size();
        long conflicts = all.get().stream().filter(PortEntry::isConflict).count();
        return (ports == 1 ? "1 host port" : ports + " host ports")
                + (conflicts == 0 ? "" : conflicts == 1 ? ", 1 conflict" : ", " + conflicts + " conflicts");
    }

    /// Calls `listener` now and after each change.
    public void onChange(Runnable listener) {
        all.subscribe(ignored -> listener.run());
    }

    /// Tries every port now.
    public void checkAll() {
        if (checking.get()) {
            return;
        }
        parts.session().engine().ifPresent(engine -> {
            wanted = false;
            checking.set(true);
            arrangeAll();
            Collection<Container> containers = containers();
            PortLook before = look;
            question.ask(() -> PortLook.at(engine, containers, before, true), this::looked);
        });
    }

    public boolean settled() {
        return !question.isWaiting() && !wanted;
    }

    /// Whether every port is being tried.
    public ReadOnlyBooleanProperty checkingProperty() {
        return checking.getReadOnlyProperty();
    }

    /// Makes a container that can't have its port again with the next one that is free.
    void useOther(PortClaim claim) {
        int taken = claim.key().port();
        parts.tasks()
                .task("Giving " + claim.name() + " another port")
                .doneTitle("Gave " + claim.name() + " another port")
                .kind(TaskKind.CONTAINER)
                .location("networks/ports")
                .explain(failure -> parts.problems().map(failure, new Attempt("give another port to", claim.name())))
                .onFailure(failed)
                .start(
                        context -> {
                            Engine engine = parts.connected();
                            boolean here = engine.endpoint() instanceof EngineEndpoint.UnixSocket;
                            int free = new FreeNames(containers())
                                    .port(taken, here)
                                    .orElseThrow(() -> new IllegalStateException("No port is free"));
                            return OtherPort.use(engine, claim.container().id(), taken, free);
                        },
                        ignored -> {});
    }

    private void take(MirrorSnapshot now) {
        if (!isShown()) {
            return;
        }
        snapshot = now;
        arrangeAll();
        if (!now.live()) {
            return;
        }
        if (wanted) {
            checkAll();
        } else if (!question.isWaiting()
                && containers().stream()
                        .anyMatch(each -> !each.isUp() && !look.wants().containsKey(each.id()))) {
            Collection<Container> containers = containers();
            PortLook before = look;
            parts.session()
                    .engine()
                    .ifPresent(
                            engine -> question.ask(() -> PortLook.at(engine, containers, before, false), this::looked));
        }
    }

    private void looked(PortLook next) {
        look = next;
        if (checking.get()) {
            checking.set(false);
            checkedAt.set(Optional.of(parts.clock().instant()));
        }
        arrangeAll();
    }

    private Collection<Container> containers() {
        return parts.session().mirror().snapshot().containers().orElse(Map.of()).values();
    }

    private void arrangeAll() {
        Collection<Container> containers =
                snapshot.containers().orElse(Map.of()).values();
        List<PortEntry> next = PortMap.of(containers, look.wants(), look.listeners(), look.taken(), look.checks());
        if (checking.get()) {
            Map<PortKey, PortCheck> running = new HashMap<>();
            next.forEach(entry -> running.put(entry.key(), PortCheck.RUNNING));
            next = PortMap.of(containers, look.wants(), look.listeners(), look.taken(), running);
        }
        counts.set(ListSegment.count(PortSegment.class, next, PortSegment::has));
        all.set(next);
        arrange();
    }

    private void arrange() {
        String[] words = filterText.get().toLowerCase(Locale.ROOT).strip().split("\\s+");
        items.set(all.get().stream()
                .filter(entry -> segment.get().has(entry) && matches(entry, words))
                .toList());
    }

    private static boolean matches(PortEntry entry, String[] words) {
        String text = Stream.of(
                        Stream.of(entry.key().toString(), entry.holder(), entry.holderDetail(), entry.goesTo()),
                        entry.addresses().stream(),
                        entry.wanters().stream().map(PortClaim::name))
                .flatMap(texts -> texts)
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
        return Stream.of(words).allMatch(text::contains);
    }
}
