package io.quayside.desktop.ui.builds.form;

import io.quayside.desktop.builds.BuildRecord;
import io.quayside.desktop.builds.Builds;
import io.quayside.desktop.builds.RunningBuild;
import io.quayside.desktop.ui.builds.BuildsPage;
import io.quayside.desktop.ui.builds.run.BuildRunPage;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.control.SaveDialog;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.shell.Command;
import io.quayside.desktop.ui.shell.Commands;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Navigator;
import io.quayside.desktop.ui.shell.PageEntry;
import io.quayside.engine.logs.LogShelf;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What the window needs of a build: its form, the build itself, and the commands for both.
public final class BuildPages {
    private BuildPages() {}

    /// The pages below the list.
    ///
    /// @param shelf keeps output while it is shown
    public static List<PageEntry> of(
            Supplier<ContainersParts> parts, Builds builds, LogShelf shelf, BuildDialogs dialogs, SaveDialog save) {
        return List.of(
                PageEntry.under(
                        BuildsPage.PAGE,
                        BuildPage.PAGE,
                        "Build image",
                        context -> new BuildPage(parts.get(), builds, context, dialogs)),
                PageEntry.under(
                        BuildsPage.PAGE,
                        BuildRunPage.PAGE,
                        "Build",
                        context -> new BuildRunPage(parts.get(), builds, shelf, context, save)));
    }

    /// The commands that apply everywhere.
    public static void register(Commands commands, Builds builds, Supplier<Navigator> navigator) {
        commands.register(Command.global(
                "builds.build", "Build image…", "Mod+B", () -> navigator.get().go(Location.of(BuildPage.PAGE))));
        commands.register(new Command(
                "builds.last",
                () -> last(builds)
                        .map(build -> "Build " + folder(build) + " again")
                        .orElse("Build the last folder again"),
                Optional.empty(),
                Optional.empty(),
                () -> last(builds).isPresent() ? Optional.empty() : Optional.of("Nothing was built yet"),
                () -> last(builds).ifPresent(build -> {
                    RunningBuild next = builds.start(build.request());
                    navigator.get().go(Location.of(BuildRunPage.PAGE, next.id()));
                })));
    }

    private static Optional<BuildRecord> last(Builds builds) {
        return builds.records().stream().filter(build -> !build.isRunning()).findFirst();
    }

    private static String folder(BuildRecord build) {
        Path folder = build.request().folder();
        return SafeText.line(
                String.valueOf(Optional.ofNullable(folder.getFileName()).orElse(folder)));
    }
}
