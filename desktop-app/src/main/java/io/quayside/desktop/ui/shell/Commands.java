package io.quayside.desktop.ui.shell;

import io.quayside.desktop.task.Subscription;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// All commands there are now: one register for keys, palette and menus. FX thread.
public final class Commands {
    private final List<Command> commands = new ArrayList<>();

    /// Adds a command until the handle is closed.
    public Subscription register(Command command) {
        if (find(command.id()).isPresent()) {
            throw new IllegalArgumentException("Two commands have the id " + command.id());
        }
        commands.add(command);
        return () -> commands.remove(command);
    }

    /// In the order of registration.
    public List<Command> all() {
        return Collections.unmodifiableList(commands);
    }

    public Optional<Command> find(String id) {
        return commands.stream().filter(command -> command.id().equals(id)).findFirst();
    }
}
