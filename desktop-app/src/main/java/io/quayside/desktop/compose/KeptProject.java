package io.quayside.desktop.compose;

import io.quayside.engine.compose.ComposeSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is remembered of a project over restarts.
///
/// @param opened whether its files were opened here: then it is listed without containers, too
/// @param folder the project's folder, absent if it is only known by its containers
/// @param profiles those that are switched on
/// @param history the newest first
public record KeptProject(
        String name,
        boolean opened,
        Optional<Path> folder,
        List<Path> files,
        List<Path> environmentFiles,
        Set<String> profiles,
        List<ComposeRecord> history) {
    /// More of it is of no use to anybody.
    static final int HISTORY = 50;

    public KeptProject {
        files = List.copyOf(files);
        environmentFiles = List.copyOf(environmentFiles);
        profiles = Set.copyOf(profiles);
        history = List.copyOf(history);
    }

    static KeptProject named(String name) {
        return new KeptProject(name, false, Optional.empty(), List.of(), List.of(), Set.of(), List.of());
    }

    /// Its files, if they were opened here.
    public Optional<ComposeSource> source() {
        return folder.filter(ignored -> opened)
                .map(at -> new ComposeSource(at, files, Optional.of(name), environmentFiles, profiles));
    }

    KeptProject from(ComposeSource source) {
        return new KeptProject(
                name, true, Optional.of(source.folder()), source.files(), source.environmentFiles(), profiles, history);
    }

    KeptProject withProfiles(Set<String> on) {
        return new KeptProject(name, opened, folder, files, environmentFiles, on, history);
    }

    KeptProject with(ComposeRecord done) {
        List<ComposeRecord> all = new ArrayList<>(history);
        all.addFirst(done);
        return new KeptProject(
                name, opened, folder, files, environmentFiles, profiles, all.subList(0, Math.min(HISTORY, all.size())));
    }

    /// Nothing but what was done with it.
    KeptProject closed() {
        return new KeptProject(name, false, Optional.empty(), List.of(), List.of(), Set.of(), history);
    }
}
