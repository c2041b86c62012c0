package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.EngineInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the engine's machine is, and whether folders are there. Folders can be looked for only where the engine runs on
/// this computer; otherwise nothing is said about them. FX thread.
final class EngineLook {
    private static final Path NAME_OF_THIS_COMPUTER = Path.of("/proc/sys/kernel/hostname");

    /// What is at a path.
    enum At {
        FOLDER,
        FILE,
        NOTHING,
        /// The engine runs on another machine.
        UNSEEN
    }

    /// @param engine its machine
    /// @param paths what is at the paths that were asked for
    record Seen(Optional<EngineInfo> engine, Map<String, At> paths) {
        static final Seen NOTHING = new Seen(Optional.empty(), Map.of());

        Seen {
            paths = Map.copyOf(paths);
        }
    }

    private final ContainersParts parts;
    private final ReadOnlyObjectWrapper<Seen> seen = new ReadOnlyObjectWrapper<>(Seen.NOTHING);
    private Optional<Set<String>> asked = Optional.empty();

    EngineLook(ContainersParts parts) {
        this.parts = parts;
    }

    ReadOnlyObjectProperty<Seen> seenProperty() {
        return seen.getReadOnlyProperty();
    }

    /// The next question is asked anew: another engine may be there, and folders may have come or gone.
    void forget() {
        asked = Optional.empty();
    }

    /// Looks at these paths, if it didn't before.
    void follow(Set<String> paths) {
        boolean away = parts.session().engine().isEmpty(); // it is asked again when the engine is there
        if (asked.filter(paths::equals).isPresent() || away) {
            return;
        }
        asked = Optional.of(paths);
        parts.tasks().task("Looking at the engine").brief().start(context -> look(paths), found -> {
            if (asked.filter(paths::equals).isPresent()) {
                seen.set(found);
                asked = asked.filter(ignored -> found.engine().isPresent()); // else it is tried again
            }
        });
    }

    /// Nobody asked for this: that the engine can't be asked is no failure to tell.
    private Seen look(Set<String> paths) {
        try {
            return look(parts.connected().system().info(), paths);
        } catch (EngineException e) {
            return Seen.NOTHING;
        }
    }

    private static Seen look(EngineInfo engine, Set<String> paths) {
        boolean here = isHere(engine);
        Map<String, At> found = new HashMap<>();
        paths.forEach(path -> found.put(path, here ? at(path) : At.UNSEEN));
        return new Seen(Optional.of(engine), found);
    }

    /// The same kernel under the same name: not in a VM, not in another container, not elsewhere.
    private static boolean isHere(EngineInfo engine) {
        try {
            return engine.kernelVersion().equals(System.getProperty("os.version"))
                    && engine.name()
                            .equals(Files.readString(NAME_OF_THIS_COMPUTER).strip());
        } catch (IOException e) {
            return false;
        }
    }

    private static At at(String text) {
        try {
            Path path = Path.of(text);
            return Files.isDirectory(path) ? At.FOLDER : Files.exists(path) ? At.FILE : At.NOTHING;
        } catch (InvalidPathException e) {
            return At.UNSEEN;
        }
    }
}
