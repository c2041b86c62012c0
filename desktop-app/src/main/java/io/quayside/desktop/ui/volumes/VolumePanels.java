package io.quayside.desktop.ui.volumes;

import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.volumes.job.VolumeJobs;
import io.quayside.desktop.ui.volumes.list.VolumeListener;
import io.quayside.desktop.ui.volumes.list.VolumeRow;
import io.quayside.desktop.ui.volumes.list.VolumesTable;
import io.quayside.desktop.ui.volumes.list.VolumesViewModel;
import io.quayside.desktop.ui.volumes.panel.CreatePanel;
import io.quayside.desktop.ui.volumes.panel.VolumePanel;
import io.quayside.desktop.ui.volumes.panel.VolumeTab;
import io.quayside.engine.model.VolumeSpec;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/// The panel beside the list: that of the selected volume, the form for a new one, or none. FX thread.
final class VolumePanels {
    private final HBox root;
    private final VolumesViewModel model;
    private final VolumesTable table;
    private final Runnable closed;
    private final VolumeJobs jobs;
    private final VolumeActions actions;
    private final VolumePanel volume;
    private final CreatePanel form;
    private Optional<String> made = Optional.empty();

    /// @param root has the list, and the panel at its right
    /// @param closed runs when a panel has gone
    VolumePanels(
            ContainersParts parts,
            ShellContext shell,
            HBox root,
            VolumesViewModel model,
            VolumesTable table,
            VolumeListener page,
            Runnable closed) {
        this.root = root;
        this.model = model;
        this.table = table;
        this.closed = closed;
        this.jobs = new VolumeJobs(parts, model::tell);
        this.actions = new VolumeActions(parts, model);
        this.volume = new VolumePanel(parts, shell, page, jobs, this::close);
        this.form = new CreatePanel(this::nameFault, this::create, this::close);
        model.selection().currentProperty().subscribe((before, now) -> follow());
        model.itemsProperty().subscribe((before, now) -> {
            selectMade();
            follow();
            model.names().ifPresent(volume::keep);
        });
        jobs.changesProperty().subscribe((before, now) -> model.measure());
    }

    VolumeJobs jobs() {
        return jobs;
    }

    VolumeActions actions() {
        return actions;
    }

    /// The one that is open.
    Optional<Node> open() {
        return root.getChildren().stream()
                .filter(node -> node.equals(volume) || node.equals(form))
                .findFirst();
    }

    void open(VolumeRow row, VolumeTab tab) {
        table.table().select(row);
        volume.open(tab);
        show(volume);
        volume.follow(Optional.of(row));
        volume.enter();
    }

    void openForm() {
        volume.leave();
        show(form);
        form.focusName();
    }

    void toggle() {
        if (open().isPresent()) {
            close();
        } else {
            table.table().current().ifPresent(row -> open(row, volume.tab()));
        }
    }

    void close() {
        if (root.getChildren().removeAll(volume, form)) {
            volume.leave();
            table.narrow(false);
            closed.run();
        }
    }

    boolean escape() {
        if (open().filter(volume::equals).isPresent() && volume.escape()) {
            return true;
        }
        boolean there = open().isPresent();
        close();
        return there;
    }

    void focus() {
        if (open().filter(volume::equals).isPresent()) {
            volume.focus();
        } else {
            form.focusName();
        }
    }

    void enter() {
        if (open().filter(volume::equals).isPresent()) {
            volume.enter();
        }
    }

    void leave() {
        volume.leave();
    }

    Map<String, String> unsaved() {
        return volume.unsaved();
    }

    boolean settled() {
        return volume.settled();
    }

    private void follow() {
        if (open().filter(volume::equals).isPresent()) {
            Optional<VolumeRow> current = model.selection().current();
            if (current.isPresent()) {
                volume.follow(current);
            } else if (volume.row()
                    .filter(row -> model.row(row.name()).isPresent())
                    .isEmpty()) {
                close(); // it was deleted
            }
        }
    }

    private Optional<String> nameFault(String name) {
        return VolumeNames.fault(name)
                .or(() -> model.row(name).isPresent()
                        ? Optional.of("There is a volume of that name.")
                        : Optional.empty());
    }

    private void create(VolumeSpec spec) {
        actions.create(
                spec,
                () -> {
                    form.clear();
                    made = Optional.of(spec.name());
                    close();
                    selectMade();
                },
                form::failed);
    }

    /// Its row comes with the engine's event.
    private void selectMade() {
        made.flatMap(model::row).ifPresent(row -> {
            made = Optional.empty();
            table.table().select(row);
        });
    }

    private void show(Node panel) {
        if (!root.getChildren().contains(panel)) {
            root.getChildren().removeAll(volume, form);
            root.getChildren().add(panel);
            table.narrow(true);
        }
    }
}
