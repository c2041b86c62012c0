package io.quayside.desktop.ui.volumes;

import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.control.OpenDialog;
import io.quayside.desktop.ui.control.SaveDialog;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.volumes.list.VolumeLine;
import io.quayside.desktop.ui.volumes.list.VolumeListener;
import io.quayside.desktop.ui.volumes.list.VolumeMenus;
import io.quayside.desktop.ui.volumes.list.VolumeRow;
import io.quayside.desktop.ui.volumes.list.VolumeUser;
import io.quayside.desktop.ui.volumes.list.VolumesViewModel;
import io.quayside.desktop.ui.volumes.panel.VolumeTab;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// What rows, menus and commands ask of the page: questions first, then what they are about. FX thread.
final class VolumeRequests implements VolumeListener {
    /// What the engines' archives have and what not.
    private static final String KEPT = "Modes, times and links are kept, and owners with Docker, which drops extended"
            + " attributes other than capabilities. Holes in files become zeros.";

    private final ShellContext shell;
    private final VolumesViewModel model;
    private final SaveDialog save;
    private final OpenDialog open;
    private final Supplier<Region> root;
    private @Nullable VolumePanels panels;

    VolumeRequests(
            ShellContext shell, VolumesViewModel model, SaveDialog save, OpenDialog open, Supplier<Region> root) {
        this.shell = shell;
        this.model = model;
        this.save = save;
        this.open = open;
        this.root = root;
    }

    /// To be called once, before anything is asked.
    void panels(VolumePanels made) {
        panels = made;
    }

    private VolumePanels panels() {
        return Objects.requireNonNull(panels);
    }

    @Override
    public void open(VolumeRow row) {
        panels().open(row, VolumeTab.FILES);
    }

    @Override
    public void browse(VolumeRow row) {
        panels().open(row, VolumeTab.FILES);
        panels().focus();
    }

    @Override
    public void open(VolumeUser user) {
        shell.navigator().go(Location.of("container", user.id()));
    }

    @Override
    public ContextMenu menu(List<VolumeRow> rows) {
        return new VolumeMenus(this).of(rows);
    }

    @Override
    public void copy(VolumeRow row) {
        VolumeLine line = row.line();
        ask(
                new CopyPanel.Question(
                        "Clone " + line.shortTitle(),
                        line.sizeWords() + " are copied into a new volume on the engine's own disk. " + KEPT,
                        "Clone volume",
                        Optional.of(VolumeNames.free(line.name() + "-copy", this::isTaken)),
                        running(line)),
                (name, stop) -> {
                    panels().jobs().copy(line, name, stop);
                    panels().open(row, VolumeTab.DETAILS);
                });
    }

    @Override
    public void export(VolumeRow row) {
        VolumeLine line = row.line();
        save.ask(window(), "Export " + line.shortTitle(), line.name() + ".tar.zst")
                .ifPresent(file -> {
                    if (running(line).isEmpty()) {
                        export(row, file, List.of());
                        return;
                    }
                    ask(
                            new CopyPanel.Question(
                                    "Export " + line.shortTitle(),
                                    "It is written to " + SafeText.line(String.valueOf(file.getFileName()))
                                            + ", with a checksum file beside it. " + KEPT,
                                    "Export volume",
                                    Optional.empty(),
                                    running(line)),
                            (name, stop) -> export(row, file, stop));
                });
    }

    private void export(VolumeRow row, Path file, List<VolumeUser> stop) {
        panels().jobs().export(row.line(), file, stop);
        panels().open(row, VolumeTab.DETAILS);
    }

    private static List<VolumeUser> running(VolumeLine line) {
        return line.usedBy().stream().filter(VolumeUser::up).toList();
    }

    @Override
    public void fill(VolumeRow row) {
        open.ask(window(), "Import an archive into " + row.line().shortTitle()).ifPresent(file -> {
            panels().jobs().fill(row.name(), file);
            panels().open(row, VolumeTab.DETAILS);
        });
    }

    @Override
    public void importVolume() {
        open.ask(window(), "Import a volume from an archive").ifPresent(file -> {
            String title = SafeText.line(String.valueOf(file.getFileName()));
            ask(
                    new CopyPanel.Question(
                            "Import " + title,
                            "The archive is checked first, then unpacked into a new volume.",
                            "Import volume",
                            Optional.of(VolumeNames.free(VolumeNames.ofFile(title), this::isTaken)),
                            List.of()),
                    (name, stop) -> panels().jobs().create(name, file));
        });
    }

    private boolean isTaken(String name) {
        return model.row(name).isPresent();
    }

    private void ask(CopyPanel.Question question, CopyPanel.Answered answered) {
        CopyPanel panel = new CopyPanel(
                question,
                this::isTaken,
                (name, stop) -> {
                    shell.modal().close();
                    answered.with(name, stop);
                },
                () -> shell.modal().close());
        shell.modal().show(panel, () -> {});
        panel.focusFirst();
    }

    @Override
    public void empty(VolumeRow row) {
        if (row.line().whyNotEmpty().isEmpty()) {
            ask(VolumeQuestions.empty(row.line()), () -> panels().actions().empty(row.line()));
        }
    }

    @Override
    public void delete(List<VolumeRow> rows) {
        List<VolumeLine> lines = rows.stream()
                .map(VolumeRow::line)
                .filter(line -> line.whyNotDelete().isEmpty())
                .toList();
        if (!lines.isEmpty()) {
            ask(VolumeQuestions.delete(lines), () -> panels().actions().delete(lines));
        }
    }

    @Override
    public void prune() {
        PrunePanel question = new PrunePanel(
                model.unused(),
                lines -> {
                    shell.modal().close();
                    panels().actions().delete(lines);
                },
                () -> shell.modal().close());
        shell.modal().show(question, () -> {});
        question.focusCancel();
    }

    @Override
    public void create() {
        panels().openForm();
    }

    @Override
    public void copy(String text) {
        shell.copy(text);
    }

    @Override
    public void ask(Confirmation question, Runnable act) {
        shell.ask(question, act);
    }

    private Window window() {
        return root.get().getScene().getWindow();
    }
}
