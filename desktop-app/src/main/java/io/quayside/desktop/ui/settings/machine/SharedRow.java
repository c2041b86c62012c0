package io.quayside.desktop.ui.settings.machine;

import io.quayside.desktop.ui.format.Folders;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.settings.machine.FolderSharing.Bind;
import io.quayside.desktop.ui.settings.machine.FolderSharing.Folder;
import io.quayside.vm.model.Share;
import io.quayside.vm.model.ShareStatus.State;
import java.util.List;
import java.util.Optional;

/// A line of the table of shared folders.
///
/// @param share as wanted
/// @param applied as the machine has it; empty for one that is new
/// @param usedBy names of the containers with a mount in it, each once, safe to show
/// @param inUse whether one of them runs
record SharedRow(Share share, Optional<Folder> applied, Hold hold, List<String> usedBy, boolean inUse) {
    /// Who has the machine's folders.
    enum Hold {
        /// The machine doesn't run.
        STOPPED,
        /// This Quayside.
        OURS,
        /// Another Quayside.
        ELSEWHERE
    }

    /// How far it is, for its glyph.
    enum Mood {
        GOOD,
        WAITING,
        TROUBLE
    }

    static SharedRow of(Share share, Optional<Folder> applied, Hold hold, List<Bind> binds) {
        String below = share.guestPath() + "/";
        List<Bind> users = binds.stream()
                .filter(bind -> (bind.path() + "/").startsWith(below))
                .toList();
        return new SharedRow(
                share,
                applied,
                hold,
                users.stream()
                        .map(Bind::container)
                        .map(SafeText::line)
                        .distinct()
                        .toList(),
                users.stream().anyMatch(Bind::up));
    }

    String folder() {
        return SafeText.line(Folders.shown(share.hostFolder()));
    }

    String path() {
        return share.samePath() ? "same path" : SafeText.line(share.guestPath());
    }

    String usedByWords() {
        return switch (usedBy.size()) {
            case 0 -> "None";
            case 1 -> "1 container";
            default -> usedBy.size() + " containers";
        };
    }

    boolean isNew() {
        return applied.isEmpty();
    }

    /// Whether the machine doesn't have it like this yet.
    boolean isChanged() {
        return applied.filter(folder -> folder.status().share().equals(share)).isEmpty();
    }

    Mood mood() {
        if (isChanged()) {
            return Mood.WAITING;
        }
        Folder folder = applied.orElseThrow();
        if (!folder.there() || folder.status().state() == State.FAILED || !reason().isEmpty()) {
            return Mood.TROUBLE;
        }
        return folder.status().state() == State.MOUNTED ? Mood.GOOD : Mood.WAITING;
    }

    String state() {
        if (isChanged()) {
            return "After Apply";
        }
        Folder folder = applied.orElseThrow();
        if (!folder.there()) {
            return "Folder not there";
        }
        return switch (folder.status().state()) {
            case MOUNTED -> reason().isEmpty() ? "Mounted" : "Mounted, in part";
            case FAILED -> "Not mounted";
            case WAITING ->
                switch (hold) {
                    case STOPPED -> "When the VM starts";
                    case OURS -> "Being mounted";
                    case ELSEWHERE -> "In another Quayside";
                };
        };
    }

    /// Why it isn't well, in the machine's words; empty else.
    String reason() {
        return applied.map(folder -> SafeText.line(folder.status().reason())).orElse("");
    }
}
