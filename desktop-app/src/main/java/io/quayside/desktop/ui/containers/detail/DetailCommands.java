package io.quayside.desktop.ui.containers.detail;

import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.shell.Command;
import io.quayside.desktop.ui.shell.Commands;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The keys of the page of a container.
final class DetailCommands {
    /// The page that they belong to.
    static final String PAGE = "container";

    private static final Map<String, String> OF_THE_LIST =
            Map.of("logs", "Mod+L", "terminal", "Mod+T", "inspect", "Mod+I");

    private final DetailViewModel model;

    /// What only the page itself can do.
    interface Act {
        void open(String tab);

        void step(int by);

        void copy();

        void find();

        void edit();

        void updateImage();

        void delete();
    }

    DetailCommands(DetailViewModel model) {
        this.model = model;
    }

    /// The command that opens a tab.
    static String tab(String id) {
        return "container.tab." + id;
    }

    void register(Commands commands, List<DetailTabEntry> tabs, Act act) {
        int number = 1;
        for (DetailTabEntry tab : tabs) {
            String title = "Show " + tab.title() + " of the container";
            add(commands, tab(tab.id()), () -> title, "Mod+Alt+" + number++, () -> act.open(tab.id()));
            String key = OF_THE_LIST.get(tab.id());
            if (key != null) {
                add(
                        commands,
                        "container." + tab.id(),
                        () -> tab.title() + " of " + name(),
                        key,
                        () -> act.open(tab.id()));
            }
        }
        add(commands, "container.previous", () -> "Previous service of the project", "[", () -> act.step(-1));
        add(commands, "container.next", () -> "Next service of the project", "]", () -> act.step(1));
        add(commands, "container.find", () -> "Find in this tab", "Mod+F", act::find);
        add(commands, "container.copy", () -> "Copy the selection, or the ID of " + name(), "Mod+C", act::copy);
        onRow(
                commands,
                "container.start-stop",
                () -> (isUp() ? "Stop " : "Start ") + name(),
                "Mod+Enter",
                row -> true,
                row -> {
                    if (row.line().container().isUp()) {
                        model.actions().stop(List.of(row));
                    } else {
                        model.actions().start(List.of(row));
                    }
                });
        onRow(
                commands,
                "container.restart",
                () -> "Restart " + name(),
                "Mod+R",
                row -> row.line().container().isUp(),
                row -> model.actions().restart(List.of(row)));
        onRow(commands, "container.edit", () -> "Edit and recreate " + name(), "Mod+E", row -> true, row -> act.edit());
        onRow(
                commands,
                "container.update-image",
                () -> "Update the image of " + name() + " and recreate it",
                "",
                row -> true,
                row -> act.updateImage());
        onRow(commands, "container.delete", () -> "Delete " + name(), "Delete", row -> true, row -> act.delete());
    }

    private String name() {
        return model.lineProperty().get().map(ContainerLine::name).orElse("the container");
    }

    private boolean isUp() {
        return model.lineProperty()
                .get()
                .filter(line -> line.container().isUp())
                .isPresent();
    }

    private interface OnRow {
        void run(ContainerRow row);
    }

    private void onRow(
            Commands commands,
            String id,
            Supplier<String> title,
            String keys,
            Predicate<ContainerRow> possible,
            OnRow action) {
        Supplier<Optional<ContainerRow>> target =
                () -> model.row().filter(row -> row.line().canAct()).filter(possible);
        commands.register(new Command(
                id,
                title,
                Optional.of(PAGE),
                Optional.of(keys).filter(text -> !text.isEmpty()),
                () -> target.get().isPresent() ? Optional.empty() : Optional.of("This is not possible now"),
                () -> target.get().ifPresent(action::run)));
    }

    private static void add(Commands commands, String id, Supplier<String> title, String keys, Runnable run) {
        commands.register(new Command(id, title, Optional.of(PAGE), Optional.of(keys), Optional::empty, run));
    }
}
