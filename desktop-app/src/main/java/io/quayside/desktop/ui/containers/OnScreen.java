package io.quayside.desktop.ui.containers;

import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.state.stats.StatsInterest;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.RowBook;
import io.quayside.engine.model.ContainerState;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The rows that somebody can see: their figures are streamed, their full facts asked for, and their ports tried once.
/// FX thread.
final class OnScreen {
    private final ContainersParts parts;
    private final RowBook book;
    private final WebPorts webPorts;
    private final StatsInterest interest;
    private final Set<String> visible = new HashSet<>();

    OnScreen(ContainersParts parts, RowBook book, WebPorts webPorts) {
        this.parts = parts;
        this.book = book;
        this.webPorts = webPorts;
        this.interest = parts.session().stats().interest();
    }

    void open() {
        interest.open();
    }

    void close() {
        interest.close();
        visible.clear();
    }

    /// These and no others from now on.
    void show(Collection<String> ids) {
        if (!visible.equals(Set.copyOf(ids))) {
            visible.clear();
            visible.addAll(ids);
            look();
        }
    }

    /// Something about the rows changed.
    void look() {
        List<ContainerRow> rows =
                rows().stream().filter(row -> row.line().live()).toList();
        interest.set(rows.stream()
                .filter(row -> row.line().container().state() == ContainerState.RUNNING)
                .map(ContainerRow::id)
                .toList());
        parts.session().mirror().needFacts(rows.stream().map(ContainerRow::id).toList());
        rows.forEach(this::askPorts);
    }

    /// Whether all of them have their facts and figures.
    boolean isComplete() {
        return !visible.isEmpty() && rows().stream().allMatch(OnScreen::isComplete);
    }

    private static boolean isComplete(ContainerRow row) {
        Container container = row.line().container();
        boolean running = container.state() == ContainerState.RUNNING;
        return !row.line().live()
                || (container.run().exact()
                        && (!running || !Double.isNaN(row.figures().cpuPercent())));
    }

    private List<ContainerRow> rows() {
        return visible.stream().map(book::row).filter(Objects::nonNull).toList();
    }

    private void askPorts(ContainerRow row) {
        Container container = row.line().container();
        if (container.state() == ContainerState.RUNNING && container.run().exact()) {
            webPorts.ask(
                    container.id()
                            + container.run().startedAt().map(Object::toString).orElse(""),
                    container.ports().stream()
                            .filter(port -> port.isPublished() && port.type().equals("tcp"))
                            .map(port -> port.publicPort())
                            .toList());
        }
    }
}
