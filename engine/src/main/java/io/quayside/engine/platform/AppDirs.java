package io.quayside.engine.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The folders that Quayside keeps things in. A value: nothing is created before [#create()].
///
/// @param config what the user chose; worth a backup
/// @param data what the user made, the data of Quayside's own engine included
/// @param state logs and what may be lost without harm
/// @param cache what can be made again
/// @param runtime sockets, pid files and locks of running processes; gone after a restart of the computer
public record AppDirs(Path config, Path data, Path state, Path cache, Path runtime) {
    private static final String NAME = "quayside";

    /// The kernel takes 108 bytes for the path of a socket, the terminating zero included; this leaves 39 for what
    /// lies in there, the longest being the socket that containerd makes in a folder of the engine.
    private static final int LONGEST_RUNTIME = 68;

    /// The system's usual places, or all of it below `dataDir` when that is given.
    public static AppDirs of(Optional<Path> dataDir) {
        return of(
                dataDir, System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home")));
    }

    static AppDirs of(Optional<Path> dataDir, Map<String, String> environment, String os, Path home) {
        if (dataDir.isPresent()) {
            Path top = dataDir.get().toAbsolutePath().normalize();
            return new AppDirs(
                    top.resolve("config"),
                    top.resolve("data"),
                    top.resolve("state"),
                    top.resolve("cache"),
                    shortEnough(top.resolve("run"), environment));
        }
        String system = os.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            Path roaming = folder(environment, "APPDATA", home.resolve("AppData/Roaming"));
            Path local = folder(environment, "LOCALAPPDATA", home.resolve("AppData/Local"))
                    .resolve("Quayside");
            return new AppDirs(
                    roaming.resolve("Quayside"),
                    local.resolve("data"),
                    local.resolve("state"),
                    local.resolve("cache"),
                    local.resolve("run"));
        }
        if (system.startsWith("mac")) {
            Path library = home.resolve("Library");
            Path support = library.resolve("Application Support/Quayside");
            return new AppDirs(
                    support.resolve("config"),
                    support.resolve("data"),
                    library.resolve("Logs/Quayside"),
                    library.resolve("Caches/Quayside"),
                    shortEnough(home.resolve(".quayside/run"), environment));
        }
        Path state = folder(environment, "XDG_STATE_HOME", home.resolve(".local/state"))
                .resolve(NAME);
        Path runtime = Optional.ofNullable(environment.get("XDG_RUNTIME_DIR"))
                .filter(text -> text.startsWith("/"))
                .map(text -> Path.of(text).resolve(NAME))
                .orElse(state.resolve("run"));
        return new AppDirs(
                folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve(NAME),
                folder(environment, "XDG_DATA_HOME", home.resolve(".local/share"))
                        .resolve(NAME),
                state,
                folder(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve(NAME),
                shortEnough(runtime, environment));
    }

    /// Creates what is missing, readable by the user only where the file system knows that.
    ///
    /// @throws IOException also when the folder for sockets is there and is not this user's alone
    public AppDirs create() throws IOException {
        for (Path folder : new Path[] {config, data, state, cache}) {
            PrivateFolder.create(folder);
        }
        PrivateFolder.createForSockets(runtime);
        return this;
    }

    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        return Optional.ofNullable(environment.get(variable))
                .filter(text -> !text.isEmpty())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(otherwise);
    }

    /// A socket can't be made at a long path; then the folder lies in the system's own place for such, with a name
    /// that only this path gets.
    private static Path shortEnough(Path runtime, Map<String, String> environment) {
        if (runtime.toString().length() <= LONGEST_RUNTIME) {
            return runtime;
        }
        String own = NAME + "-" + HexFormat.of().toHexDigits(runtime.toString().hashCode());
        return folder(environment, "XDG_RUNTIME_DIR", Path.of(System.getProperty("java.io.tmpdir")))
                .resolve(own + "-" + System.getProperty("user.name"));
    }
}
