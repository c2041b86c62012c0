package io.quayside.engine.files;

import io.quayside.engine.model.ContainerDetails;
import io.quayside.engine.model.MountPoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is mounted where in a container, so that it isn't its own. Immutable.
public final class MountMarks {
    private static final List<String> FOLDERS_OF_ENGINE = List.of("/proc", "/sys", "/dev");
    private static final List<String> FILES_OF_ENGINE = List.of("/etc/hosts", "/etc/hostname", "/etc/resolv.conf");

    /// One mount.
    public sealed interface Mark {
        /// A folder or file of the engine's machine.
        record Bind(String source, boolean writable) implements Mark {}

        /// A volume; unnamed ones have long numbers for names.
        record Volume(String name, boolean writable) implements Mark {}

        /// Memory.
        ///
        /// @param options as the engine has them, such as `size=64m`; empty without
        record Memory(String options) implements Mark {}

        /// What every container gets from its engine, such as `/proc`.
        record Engine() implements Mark {}
    }

    private final Map<String, Mark> marks = new LinkedHashMap<>();

    private MountMarks() {}

    /// None.
    public static MountMarks none() {
        return new MountMarks();
    }

    /// Those of a container.
    public static MountMarks of(ContainerDetails details) {
        MountMarks all = new MountMarks();
        FOLDERS_OF_ENGINE.forEach(path -> all.marks.put(path, new Mark.Engine()));
        FILES_OF_ENGINE.forEach(path -> all.marks.put(path, new Mark.Engine()));
        details.hostConfig()
                .storage()
                .tmpfs()
                .forEach((path, options) -> all.marks.put(FilePaths.normal(path), new Mark.Memory(options)));
        for (MountPoint mount : details.mounts()) {
            all.marks.put(FilePaths.normal(mount.destination()), mark(mount));
        }
        return all;
    }

    private static Mark mark(MountPoint mount) {
        return switch (mount.type()) {
            case "volume" -> new Mark.Volume(mount.name(), mount.writable());
            case "tmpfs" -> new Mark.Memory("");
            default -> new Mark.Bind(mount.source(), mount.writable());
        };
    }

    /// What is mounted at a path.
    public Optional<Mark> at(String path) {
        return Optional.ofNullable(marks.get(path));
    }

    /// Whether the path lies in something mounted, or is it.
    public boolean covers(String path) {
        return holder(path).isPresent();
    }

    /// Whether only the container sees what is there: engines don't reach memory and what the kernel makes up.
    boolean isOnlyInside(String path) {
        return holder(path)
                .filter(mark -> mark instanceof Mark.Memory || isMadeUp(path, mark))
                .isPresent();
    }

    private static boolean isMadeUp(String path, Mark mark) {
        return mark instanceof Mark.Engine && FOLDERS_OF_ENGINE.stream().anyMatch(it -> FilePaths.isWithin(path, it));
    }

    private Optional<Mark> holder(String path) {
        for (String at = path; ; at = FilePaths.parent(at)) {
            Mark mark = marks.get(at);
            if (mark != null || at.equals(FilePaths.ROOT)) {
                return Optional.ofNullable(mark);
            }
        }
    }
}
