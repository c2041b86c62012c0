package io.quayside.desktop.ui.compose.list;

import io.quayside.desktop.compose.ComposeRecord;
import io.quayside.desktop.compose.ComposeRun;
import io.quayside.desktop.compose.ComposeWords;
import io.quayside.desktop.compose.Project;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.format.Folders;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.theme.StateGlyph;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a project's row says. All text is safe to show.
///
/// @param status "2 of 2 running"
/// @param path of its first file
/// @param lastUp "5 min ago"
/// @param busy whether something is done with it now
/// @param live whether the engine confirms it
public record ProjectLine(
        Project project,
        String title,
        StateGlyph glyph,
        String status,
        String path,
        String lastUp,
        boolean busy,
        boolean live) {
    public static ProjectLine of(Project project, Optional<ComposeRun> run, boolean live, Instant now) {
        Optional<ComposeRun> working = run.filter(ComposeRun::isRunning);
        return new ProjectLine(
                project,
                SafeText.line(project.name()),
                working.map(ignored -> StateGlyph.STARTING).orElseGet(() -> glyph(project.containers(), live)),
                working.map(one -> ComposeWords.heading(one.action())).orElseGet(() -> status(project.containers())),
                project.file().map(file -> SafeText.line(Folders.shown(file))).orElse("–"),
                lastUp(project).map(at -> ago(at, now)).orElse("–"),
                working.isPresent(),
                live);
    }

    private static StateGlyph glyph(List<Container> containers, boolean live) {
        if (containers.isEmpty()) {
            return StateGlyph.CREATED;
        }
        if (!live) {
            return StateGlyph.UNKNOWN;
        }
        if (containers.stream().anyMatch(Container::hasProblem)) {
            return StateGlyph.UNHEALTHY;
        }
        return containers.stream().anyMatch(Container::isUp) ? StateGlyph.RUNNING : StateGlyph.STOPPED;
    }

    private static String status(List<Container> containers) {
        long up = containers.stream().filter(Container::isUp).count();
        return containers.isEmpty() ? "Not up" : up + " of " + containers.size() + " running";
    }

    /// When it was last brought up from here, else when its newest container was made.
    static Optional<Instant> lastUp(Project project) {
        Optional<Instant> made =
                project.containers().stream().map(Container::created).max(Comparator.naturalOrder());
        Optional<Instant> here = project.history().stream()
                .filter(ComposeRecord::up)
                .map(ComposeRecord::ended)
                .findFirst();
        return here.filter(at -> made.isEmpty() || at.isAfter(made.get())).or(() -> made);
    }

    private static String ago(Instant at, Instant now) {
        Duration since = Duration.between(at, now);
        return Times.age(since.isNegative() ? Duration.ZERO : since) + " ago";
    }

    public boolean isUp() {
        return project.containers().stream().anyMatch(Container::isUp);
    }
}
