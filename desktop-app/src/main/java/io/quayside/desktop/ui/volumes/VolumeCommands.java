package io.quayside.desktop.ui.volumes;

import io.quayside.desktop.ui.shell.Command;
import io.quayside.desktop.ui.shell.Commands;
import io.quayside.desktop.ui.volumes.list.VolumeListener;
import io.quayside.desktop.ui.volumes.list.VolumeRow;
import io.quayside.desktop.ui.volumes.list.VolumesViewModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The commands of the page, for keys and the palette. They act on the checked rows, or on the current one.
final class VolumeCommands {
    private final VolumesViewModel model;
    private final VolumeListener page;
    private final Commands commands;

    VolumeCommands(VolumesViewModel model, VolumeListener page, Commands commands) {
        this.model = model;
        this.page = page;
        this.commands = commands;
    }

    void register(Runnable togglePanel, Runnable focusFilter) {
        add("volumes.panel", () -> "Show or hide the selected volume", "P", Optional::empty, togglePanel);
        add("volumes.filter", () -> "Filter volumes", "/", Optional::empty, focusFilter);
        add("volumes.measure", () -> "Measure volumes again", "F5", this::disconnected, model::measure);
        add("volumes.prune", () -> "Prune volumes", "", this::nothingToPrune, page::prune);
        add("volumes.import", () -> "Import a volume from an archive", "", this::disconnected, page::importVolume);
        one("volumes.browse", "Browse", "", row -> row.line().canAct(), page::browse);
        one("volumes.clone", "Clone", "", row -> row.line().canAct(), page::copy);
        one("volumes.export", "Export", "", row -> row.line().canAct(), page::export);
        one("volumes.fill", "Import an archive into", "", row -> row.line().canAct(), page::fill);
        one("volumes.empty", "Empty", "", row -> row.line().whyNotEmpty().isEmpty(), page::empty);
        onTargets(
                "volumes.delete",
                "Delete",
                "Delete",
                row -> row.line().whyNotDelete().isEmpty(),
                page::delete);
        onTargets(
                "volumes.copy-name",
                "Copy name of",
                "Mod+C",
                row -> true,
                rows -> page.copy(
                        String.join("\n", rows.stream().map(VolumeRow::name).toList())));
    }

    private Optional<String> disconnected() {
        return model.connection().asOfProperty().get().isEmpty()
                ? Optional.empty()
                : Optional.of("There is no connection to the engine");
    }

    private Optional<String> nothingToPrune() {
        return disconnected()
                .or(() -> model.unused().isEmpty() ? Optional.of("Every volume is in use") : Optional.empty());
    }

    private void one(String id, String verb, String keys, Predicate<VolumeRow> possible, Consumer<VolumeRow> action) {
        onTargets(id, verb, keys, possible, rows -> action.accept(rows.getFirst()));
    }

    private void onTargets(
            String id, String verb, String keys, Predicate<VolumeRow> possible, Consumer<List<VolumeRow>> action) {
        Supplier<List<VolumeRow>> targets =
                () -> model.selection().targets().stream().filter(possible).toList();
        add(
                id,
                () -> verb + " " + what(targets.get()),
                keys,
                () -> targets.get().isEmpty()
                        ? Optional.of("No row is selected for which this is possible")
                        : Optional.empty(),
                () -> action.accept(targets.get()));
    }

    private static String what(List<VolumeRow> rows) {
        return switch (rows.size()) {
            case 0 -> "the selected volume";
            case 1 -> rows.getFirst().line().shortTitle();
            default -> rows.size() + " volumes";
        };
    }

    private void add(
            String id, Supplier<String> title, String keys, Supplier<Optional<String>> disabled, Runnable run) {
        commands.register(new Command(
                id,
                title,
                Optional.of(VolumesPage.PAGE),
                Optional.of(keys).filter(text -> !text.isEmpty()),
                disabled,
                run));
    }
}
