package io.quayside.desktop.lifecycle.tray;

import io.quayside.desktop.lifecycle.tray.TrayItem.Action;
import io.quayside.desktop.lifecycle.tray.TrayItem.Menu;
import io.quayside.desktop.lifecycle.tray.TrayItem.Note;
import io.quayside.desktop.lifecycle.tray.TrayItem.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the tray's menu says: the engine, its running containers, Open, Quit. Without state.
public final class TrayMenu {
    /// More would not fit on a screen.
    static final int CONTAINERS = 15;

    private TrayMenu() {}

    /// @param engine "Engine running 28.5.2"
    /// @param startOrStop what can be done with the engine now, if it is Quayside's own
    public static List<TrayItem> of(
            String engine, Optional<Action> startOrStop, List<TrayContainer> containers, Runnable open, Runnable quit) {
        List<TrayItem> items = new ArrayList<>();
        items.add(new Note(engine));
        startOrStop.ifPresent(items::add);
        items.add(new Rule());
        if (!containers.isEmpty()) {
            containers.stream().limit(CONTAINERS).forEach(container -> items.add(menu(container)));
            if (containers.size() > CONTAINERS) {
                items.add(new Note((containers.size() - CONTAINERS) + " more"));
            }
            items.add(new Rule());
        }
        items.add(new Action("Open Quayside", open));
        items.add(new Action("Quit", quit));
        return items;
    }

    private static Menu menu(TrayContainer container) {
        List<TrayItem> items = new ArrayList<>();
        container.ports().forEach(port -> items.add(new Action("Open " + port.label(), port.open())));
        items.add(new Action("Stop", container.stop()));
        return new Menu(container.name(), items);
    }
}
