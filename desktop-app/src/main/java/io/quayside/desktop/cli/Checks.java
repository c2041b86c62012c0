package io.quayside.desktop.cli;

import io.quayside.desktop.Backend;
import io.quayside.desktop.Version;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.engine.host.HostPhase;
import io.quayside.engine.host.HostProblem;
import io.quayside.engine.host.HostState;
import io.quayside.engine.platform.AppDirs;
import io.quayside.engine.platform.PlatformInfo;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks at everything that Quayside depends on. Changes nothing.
final class Checks {
    private static final long LITTLE_SPACE = 2_000_000_000L;

    private final Backend backend;
    private final Map<String, String> environment;

    Checks(Backend backend, Map<String, String> environment) {
        this.backend = backend;
        this.environment = environment;
    }

    List<Check> all() {
        List<Check> checks = new ArrayList<>();
        checks.add(Check.pass("Quayside", Version.text()));
        checks.add(Check.pass(
                "Java",
                System.getProperty("java.vendor") + " " + Runtime.version() + ", " + System.getProperty("java.home")));
        checks.add(Check.pass(
                "System",
                PlatformInfo.current().system().title() + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch") + ", user " + System.getProperty("user.name")));
        checks.add(display());
        checks.add(settings());
        AppDirs dirs = backend.dirs();
        checks.add(folder("Settings folder", dirs.config()));
        checks.add(folder("Data folder", dirs.data()));
        checks.add(folder("Log folder", dirs.state()));
        checks.add(folder("Socket folder", dirs.runtime()));
        checks.add(ownEngine());
        checks.addAll(engines());
        return checks;
    }

    private Check display() {
        String display = environment.getOrDefault("DISPLAY", "");
        String wayland = environment.getOrDefault("WAYLAND_DISPLAY", "");
        if (display.isEmpty() && wayland.isEmpty()) {
            return Check.warn("Display", "None: no window can be opened here; pictures of it can be taken");
        }
        return Check.pass("Display", display.isEmpty() ? "Wayland " + wayland : "X11 " + display);
    }

    private Check settings() {
        Optional<Problem> problem = backend.settings().loadProblem();
        return problem.map(found -> Check.fail("Settings", found.title() + " " + found.why()))
                .orElseGet(() -> Check.pass("Settings", "Readable"));
    }

    private static Check folder(String name, Path folder) {
        if (!Files.isWritable(folder)) {
            return Check.fail(name, folder + " can't be written to");
        }
        try {
            FileStore store = Files.getFileStore(folder);
            long free = store.getUsableSpace();
            String text = folder + ", " + Sizes.of(free) + " free on " + store.type();
            return free < LITTLE_SPACE ? Check.warn(name, text) : Check.pass(name, text);
        } catch (IOException e) {
            return Check.fail(name, folder + ": " + e.getMessage());
        }
    }

    /// The host looks itself at programs, rights, subordinate ids, control groups and paths.
    private Check ownEngine() {
        String name = "Own engine";
        HostState state = backend.own().refresh();
        String problem = state.problem().map(Checks::words).orElse("");
        String log = backend.own().log().map(path -> ", log " + path).orElse("");
        return switch (state.phase()) {
            case RUNNING ->
                Check.pass(name, "Runs at " + backend.own().endpoint().display() + log);
            case STOPPED, STARTING, STOPPING -> Check.pass(name, "Can be started" + log);
            case ABSENT -> Check.warn(name, problem);
            // The problem names the log itself where it helps.
            case DEGRADED, FAILED -> Check.fail(name, problem);
        };
    }

    private static String words(HostProblem problem) {
        return problem.what() + " " + problem.why() + " " + problem.advice();
    }

    private List<Check> engines() {
        List<Check> checks = new ArrayList<>();
        Optional<EngineChoice> preferred = backend.engines().preferred();
        if (preferred.isEmpty()) {
            checks.add(Check.fail("Engine in use", "None was found"));
        }
        for (EngineChoice choice : backend.engines().choices()) {
            boolean inUse = preferred
                    .filter(chosen -> chosen.key().equals(choice.key()))
                    .isPresent();
            EngineReport report = EngineReport.ask(backend, choice, false);
            String name = (inUse ? "Engine in use" : "Engine") + " " + choice.title();
            String text = choice.address() + ", " + report.text();
            boolean stopped = backend.own().state().phase() == HostPhase.STOPPED
                    && choice.address().equals(backend.own().endpoint().display());
            if (report.answers()) {
                checks.add(Check.pass(name, text));
            } else {
                checks.add(inUse && !stopped ? Check.fail(name, text) : Check.warn(name, text));
            }
        }
        return checks;
    }
}
