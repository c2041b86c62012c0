package io.quayside.desktop.ui.containers.detail.files;

import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.detail.terminal.TerminalTab;
import io.quayside.desktop.ui.control.ConfirmPanel;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.engine.files.FileEntry;
import io.quayside.engine.files.FilePaths;
import io.quayside.engine.volume.VolumePrograms;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// What can be done with the selected files: asks what has to be known first, then hands it to the model.
final class FileActions {
    private final FilesViewModel model;
    private final FileTransfers transfers;
    private final FileTree tree;
    private final ShellContext shell;

    FileActions(FilesViewModel model, FileTransfers transfers, FileTree tree, ShellContext shell) {
        this.model = model;
        this.transfers = transfers;
        this.tree = tree;
        this.shell = shell;
    }

    /// For the menu of the toolbar and the one of the tree.
    List<MenuItem> items(Consumer<FileRow> open) {
        return List.of(
                item(
                        "Open",
                        () -> tree.selected().stream()
                                .filter(row -> !row.isFolder())
                                .findFirst()
                                .ifPresent(open)),
                item("Download…", this::download),
                item("Upload files…", this::upload),
                item("Upload a folder…", this::uploadFolder),
                new SeparatorMenuItem(),
                item("New folder…", this::newFolder),
                item("Rename…", this::rename),
                item(
                        "Permissions…",
                        () -> one().ifPresent(row -> changeMode(
                                row.path(), row.entry().map(FileEntry::mode).orElse(0644)))),
                new SeparatorMenuItem(),
                item("Read again", model::refresh),
                item("Delete…", this::delete));
    }

    private static MenuItem item(String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setOnAction(event -> action.run());
        return item;
    }

    private Optional<FileRow> one() {
        return tree.selected().stream().findFirst();
    }

    void download() {
        List<FileRow> rows = tree.selected();
        if (!rows.isEmpty()) {
            folderOfHost("Download to").ifPresent(folder -> transfers.download(rows, folder));
        }
    }

    void download(String path) {
        model.find(path)
                .ifPresent(row ->
                        folderOfHost("Download to").ifPresent(folder -> transfers.download(List.of(row), folder)));
    }

    private Optional<Path> folderOfHost(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showDialog(tree.getScene().getWindow()))
                .map(File::toPath);
    }

    void upload() {
        String folder = tree.folder();
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Upload to " + SafeText.line(folder));
        @Nullable
        List<File> files = chooser.showOpenMultipleDialog(tree.getScene().getWindow());
        if (files != null) {
            upload(files.stream().map(File::toPath).toList(), folder);
        }
    }

    private void uploadFolder() {
        String folder = tree.folder();
        folderOfHost("Upload to " + SafeText.line(folder)).ifPresent(path -> upload(List.of(path), folder));
    }

    /// What would be replaced is asked about first.
    void upload(List<Path> paths, String folder) {
        transfers.taken(paths, folder, taken -> upload(paths, folder, taken));
    }

    private void upload(List<Path> paths, String folder, List<String> taken) {
        if (taken.isEmpty()) {
            transfers.upload(paths, folder);
            return;
        }
        String what = taken.size() == 1 ? SafeText.line(taken.getFirst()) : taken.size() + " files";
        confirm(
                new Confirmation(
                        "Replace " + what + "?",
                        SafeText.line(folder) + " has it already. Files are replaced, folders are merged.",
                        taken.stream()
                                .map(name -> new Confirmation.Line(SafeText.line(name), ""))
                                .toList(),
                        "Replace " + what,
                        Optional.empty()),
                () -> transfers.upload(paths, folder));
    }

    void newFolder() {
        String folder = tree.folder();
        Optional<FileEntry> around = model.find(folder).flatMap(FileRow::entry);
        ask(
                "New folder in " + SafeText.line(folder),
                "Name",
                "",
                "Make folder",
                FileActions::wrongName,
                name -> model.act("make", name, folder, files -> {
                    files.makeFolder(folder, name, around);
                    return name;
                }));
    }

    void rename() {
        one().ifPresent(row -> ask(
                "Rename " + row.label(),
                "New name",
                FilePaths.name(row.path()),
                "Rename",
                FileActions::wrongName,
                name -> change(
                        "rename",
                        row.label(),
                        FilePaths.parent(row.path()),
                        "Rename " + row.label(),
                        files -> files.rename(row.path(), name))));
    }

    /// The engine itself can't do it. A running container does; for a volume that none has, one is run.
    private void change(String verb, String what, String folder, String act, VolumePrograms.Work work) {
        if (model.place().deletes()) {
            model.act(verb, what, folder, files -> {
                work.run(files);
                return what;
            });
            return;
        }
        String volume = model.place().name();
        ContainersParts parts = model.parts();
        NamePanel panel = ask(
                act + "?",
                "Image",
                parts.settings().get().choice(TerminalTab.DEBUG_IMAGE, TerminalTab.BUSYBOX),
                act,
                image -> image.isBlank() ? Optional.of("An image that has sh, rm and mv.") : Optional.empty(),
                image -> model.act(verb, what, folder, files -> {
                    VolumePrograms.run(parts.connected(), volume, image.strip(), parts.clock(), work);
                    return what;
                }));
        panel.because("No running container has this volume, and engines don’t " + verb + " files by themselves."
                + " A container of this image runs for a moment, with the volume and without a network.");
    }

    private static Optional<String> wrongName(String name) {
        return FilePaths.isName(name)
                ? Optional.empty()
                : Optional.of("A name can’t be empty, a dot or two, or hold a slash.");
    }

    void changeMode(String path, int mode) {
        ask(
                "Permissions of " + SafeText.line(FilePaths.name(path)),
                "Octal mode",
                Integer.toOctalString(mode),
                "Change",
                text -> text.matches("[0-7]{3,4}")
                        ? Optional.empty()
                        : Optional.of("Three or four digits from 0 to 7, such as 644."),
                text -> model.act("change the permissions of", FilePaths.name(path), FilePaths.parent(path), files -> {
                    files.changeMode(path, Integer.parseInt(text, 8));
                    return text;
                }));
    }

    void delete() {
        List<FileRow> rows = tree.selected();
        if (rows.isEmpty()) {
            return;
        }
        String what = rows.size() == 1 ? rows.getFirst().label() : rows.size() + " files";
        List<String> paths = rows.stream().map(FileRow::path).toList();
        confirm(
                new Confirmation(
                        "Delete " + what + "?",
                        "It is deleted in the " + (model.place().volume() ? "volume" : "container")
                                + " for good; folders with all that is in them.",
                        rows.stream().map(FileActions::line).toList(),
                        "Delete " + what,
                        Optional.empty()),
                () -> change(
                        "delete",
                        what,
                        FilePaths.parent(paths.getFirst()),
                        "Delete " + what,
                        files -> files.delete(paths)));
    }

    private static Confirmation.Line line(FileRow row) {
        String detail = row.isFolder()
                ? "folder"
                : row.entry().map(entry -> Sizes.of(entry.size())).orElse("");
        return new Confirmation.Line(SafeText.line(row.path()), detail);
    }

    private void confirm(Confirmation confirmation, Runnable act) {
        ConfirmPanel panel = new ConfirmPanel(
                confirmation,
                () -> {
                    shell.modal().close();
                    act.run();
                },
                () -> shell.modal().close());
        shell.modal().show(panel, () -> {});
    }

    private NamePanel ask(
            String title,
            String field,
            String start,
            String act,
            Function<String, Optional<String>> check,
            Consumer<String> done) {
        NamePanel panel = new NamePanel(
                title,
                field,
                start,
                act,
                check,
                text -> {
                    shell.modal().close();
                    done.accept(text);
                },
                () -> shell.modal().close());
        shell.modal().show(panel, () -> {});
        panel.focusName();
        return panel;
    }

    /// Files that are dragged out of the tree to another program.
    void giveDrags() {
        DraggedFiles dragged = new DraggedFiles(model, transfers);
        tree.setOnDragDetected(event -> {
            List<FileRow> rows = tree.selected();
            if (rows.isEmpty()) {
                return;
            }
            event.consume();
            dragged.take(rows)
                    .ifPresentOrElse(
                            files -> {
                                ClipboardContent content = new ClipboardContent();
                                content.putFiles(files);
                                tree.startDragAndDrop(TransferMode.COPY).setContent(content);
                            },
                            () -> shell.announcer()
                                    .announce("It is being fetched. Drag it again when the task is done"));
        });
    }

    /// Files that are dropped on the tree go to the folder that its footer names.
    void takeDrops() {
        tree.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles() && event.getGestureSource() == null) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        tree.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            List<File> files = event.getDragboard().getFiles();
            event.setDropCompleted(!files.isEmpty());
            event.consume();
            upload(files.stream().map(File::toPath).toList(), tree.folder());
        });
    }
}
