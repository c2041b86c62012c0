package io.quayside.desktop.ui.volumes;

import io.quayside.desktop.ui.list.RowCommands;
import io.quayside.desktop.ui.shell.Commands;
import io.quayside.desktop.ui.volumes.list.VolumeListener;
import io.quayside.desktop.ui.volumes.list.VolumeRow;
import io.quayside.desktop.ui.volumes.list.VolumesViewModel;
import java.util.Optional;

/// The commands of the page, for keys and the palette. They act on the checked rows, or on the current one.
final class VolumeCommands {
    private final VolumesViewModel model;
    private final VolumeListener page;
    private final RowCommands<VolumeRow> commands;

    VolumeCommands(VolumesViewModel model, VolumeListener page, Commands commands) {
        this.model = model;
        this.page = page;
        this.commands = new RowCommands<>(
                commands,
                VolumesPage.PAGE,
                model.selection(),
                "volume",
                row -> row.line().shortTitle());
    }

    void register(Runnable togglePanel, Runnable focusFilter) {
        commands.add("panel", "Show or hide the selected volume", "P", Optional::empty, togglePanel);
        commands.add("filter", "Filter volumes", "/", Optional::empty, focusFilter);
        commands.add("measure", "Measure volumes again", "F5", this::disconnected, model::measure);
        commands.add("prune", "Prune volumes", "", this::nothingToPrune, page::prune);
        commands.add("import", "Import a volume from an archive", "", this::disconnected, page::importVolume);
        commands.onOne("browse", "Browse", "", row -> row.line().canAct(), page::browse);
        commands.onOne("clone", "Clone", "", row -> row.line().canAct(), page::copy);
        commands.onOne("export", "Export", "", row -> row.line().canAct(), page::export);
        commands.onOne("fill", "Import an archive into", "", row -> row.line().canAct(), page::fill);
        commands.onOne("empty", "Empty", "", row -> row.line().whyNotEmpty().isEmpty(), page::empty);
        commands.on(
                "delete", "Delete", "Delete", row -> row.line().whyNotDelete().isEmpty(), page::delete);
        commands.on(
                "copy-name",
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
}
