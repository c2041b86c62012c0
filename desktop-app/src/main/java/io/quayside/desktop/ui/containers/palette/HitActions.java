package io.quayside.desktop.ui.containers.palette;

import io.quayside.desktop.ui.containers.ContainerActions;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.shell.palette.PaletteAction;
import io.quayside.desktop.ui.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// What can be done with hits of the palette. FX thread.
final class HitActions {
    private final ContainersParts parts;
    private final ShellContext shell;
    private final ContainerActions containers;

    HitActions(ContainersParts parts, ShellContext shell) {
        this.parts = parts;
        this.shell = shell;
        this.containers = ContainerActions.detached(parts);
    }

    /// The actions of one container, the default first.
    List<PaletteAction> ofContainer(ContainerLine line) {
        String name = line.name();
        ContainerRow row = new ContainerRow(line.container().id(), line);
        PaletteAction show = parts.hasTab("logs")
                ? PaletteAction.of(
                                "Open logs", "Open logs of " + name, () -> Icons.LOGS.node(), () -> open(line, "logs"))
                        .withCommand("containers.logs")
                : PaletteAction.of("Open", "Open " + name, () -> Icons.CONTAINERS.node(), () -> open(line));
        PaletteAction copy = copy("ID of " + name, line.container().id()).withCommand("containers.copy-id");
        if (!line.live()) {
            return List.of(show, copy);
        }
        if (!line.container().isUp()) {
            return List.of(
                    show,
                    PaletteAction.of(
                                    "Start",
                                    "Start " + name,
                                    () -> Icons.START.node(),
                                    () -> containers.start(List.of(row)))
                            .withCommand("containers.start-stop"),
                    copy);
        }
        return List.of(
                show,
                PaletteAction.of("Stop", "Stop " + name, () -> Icons.STOP.node(), () -> containers.stop(List.of(row)))
                        .withCommand("containers.start-stop"),
                PaletteAction.of(
                                "Restart",
                                "Restart " + name,
                                () -> Icons.RESTART.node(),
                                () -> containers.restart(List.of(row)))
                        .withCommand("containers.restart"),
                copy);
    }

    private void open(ContainerLine line, String... tab) {
        List<String> rest = new ArrayList<>(List.of(line.container().id()));
        rest.addAll(List.of(tab));
        shell.navigator().go(new Location("container", rest));
    }

    /// The actions of a project.
    List<PaletteAction> ofProject(String project, List<ContainerLine> members) {
        String name = SafeText.line(project);
        List<ContainerRow> up = rows(members, true);
        List<ContainerRow> down = rows(members, false);
        return List.of(
                go("Open", "Open project " + name, Icons.COMPOSE, "project", project),
                bulk("Start", "Start all of " + name, Icons.START, down.isEmpty(), () -> containers.start(down)),
                bulk("Stop", "Stop all of " + name, Icons.STOP, up.isEmpty(), () -> containers.stop(up)));
    }

    /// Shows an address of the window.
    PaletteAction go(String label, String title, Icons icon, String page, String... rest) {
        return PaletteAction.of(
                label, title, () -> icon.node(), () -> shell.navigator().go(Location.of(page, rest)));
    }

    PaletteAction browse(String address) {
        return PaletteAction.of(
                "Open",
                "Open " + address,
                () -> Icons.OPEN.node(),
                () -> parts.browse().accept(address));
    }

    PaletteAction copy(String what, String text) {
        return PaletteAction.of("Copy", "Copy " + what, () -> Icons.COPY.node(), () -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            shell.announcer().announce("Copied");
        });
    }

    private static PaletteAction bulk(String label, String title, Icons icon, boolean nothing, Runnable run) {
        Optional<String> reason = nothing
                ? Optional.of("There is nothing to " + label.toLowerCase(java.util.Locale.ROOT))
                : Optional.empty();
        return new PaletteAction(label, title, "", () -> icon.node(), Optional.empty(), reason, run);
    }

    private static List<ContainerRow> rows(List<ContainerLine> members, boolean up) {
        return members.stream()
                .filter(line -> line.live() && line.container().isUp() == up)
                .map(line -> new ContainerRow(line.container().id(), line))
                .toList();
    }
}
