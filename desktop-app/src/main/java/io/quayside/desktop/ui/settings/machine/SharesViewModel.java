package io.quayside.desktop.ui.settings.machine;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.Tasks;
import io.quayside.desktop.ui.format.Folders;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.settings.machine.FolderSharing.Bind;
import io.quayside.desktop.ui.settings.machine.FolderSharing.Folder;
import io.quayside.vm.error.VmException;
import io.quayside.vm.model.Share;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The folders that the machine in the window sees, as they are being changed, and who uses them. FX thread; whether
/// something is a folder is looked up on a virtual thread.
public final class SharesViewModel {
    private static final MachineDraft.Words WORDS = new MachineDraft.Words(
            "Sharing folders with", "Shared folders with", "share folders with", "settings/file-sharing");

    private final FolderSharing sharing;
    private final FxThread fx;
    private final MachineDraft<FolderSharing.Folders, List<Share>> draft;
    private final ReadOnlyObjectWrapper<List<SharedRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<String> refused = new ReadOnlyObjectWrapper<>("");

    public SharesViewModel(FolderSharing sharing, Tasks tasks, ProblemMapper problems, FxThread fx) {
        this.sharing = sharing;
        this.fx = fx;
        this.draft = new MachineDraft<>(new Shares(), tasks, problems, fx);
        draft.seenProperty().subscribe(this::show);
        draft.wantedProperty().subscribe(this::show);
    }

    /// Empty until asked, and when the engine in the window is in no machine.
    ReadOnlyObjectProperty<Optional<FolderSharing.Folders>> foldersProperty() {
        return draft.seenProperty();
    }

    ReadOnlyObjectProperty<List<SharedRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// Why a folder wasn't added, or nothing.
    ReadOnlyObjectProperty<String> refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return draft.problemProperty();
    }

    ReadOnlyObjectProperty<Boolean> applyingProperty() {
        return draft.applyingProperty();
    }

    Optional<String> machine() {
        return sharing.machine();
    }

    boolean settled() {
        return draft.settled();
    }

    /// Follows machine and containers until the handle is closed.
    Subscription follow() {
        refresh();
        return sharing.onChange(() -> fx.run(this::refresh));
    }

    /// Asks again; what was changed and isn't applied stays.
    void refresh() {
        if (!machine().equals(folders().map(FolderSharing.Folders::name))) {
            refused.set("");
        }
        draft.refresh();
        show(); // who uses them
    }

    private Optional<FolderSharing.Folders> folders() {
        return draft.seenProperty().get();
    }

    private List<Share> wanted() {
        return draft.wantedProperty().get().orElse(List.of());
    }

    private List<Share> before() {
        return folders().map(FolderSharing.Folders::shares).orElse(List.of());
    }

    private void show() {
        List<Bind> binds = sharing.binds();
        rows.set(wanted().stream()
                .map(share -> SharedRow.of(share, applied(share), hold(), binds))
                .toList());
    }

    private SharedRow.Hold hold() {
        return folders()
                .filter(FolderSharing.Folders::running)
                .map(now -> now.served() ? SharedRow.Hold.OURS : SharedRow.Hold.ELSEWHERE)
                .orElse(SharedRow.Hold.STOPPED);
    }

    private Optional<Folder> applied(Share share) {
        return folders().stream()
                .flatMap(now -> now.all().stream())
                .filter(folder -> folder.status().share().hostFolder().equals(share.hostFolder()))
                .findFirst();
    }

    /// Adds folders, once it is known that they are some.
    void add(List<Path> chosen) {
        Optional<String> name = folders().map(FolderSharing.Folders::name);
        if (name.isEmpty()) {
            return;
        }
        refused.set("");
        Thread.ofVirtual()
                .name("vm-share-folder")
                .start(() -> chosen.forEach(folder -> look(name, folder, this::take)));
    }

    /// Says where a folder is now; containers see it where they did.
    void locate(Share share, Path chosen) {
        Optional<String> name = folders().map(FolderSharing.Folders::name);
        refused.set("");
        Thread.ofVirtual().name("vm-share-folder").start(() -> look(name, chosen, real -> moved(share, real)));
    }

    private void moved(Share share, Path folder) {
        int at = wanted().indexOf(share);
        Optional<Share> other = wanted().stream()
                .filter(known -> folder.startsWith(known.hostFolder())
                        || known.hostFolder().startsWith(folder))
                .findFirst();
        if (other.isPresent()) {
            refused.set(overlap(folder, other.get().hostFolder()));
        } else if (at >= 0) {
            change(at, new Share(folder, share.guestPath(), share.readOnly()));
        }
    }

    private void look(Optional<String> machine, Path chosen, Consumer<Path> take) {
        try {
            Path real = chosen.toRealPath();
            boolean folder = Files.isDirectory(real);
            tell(machine, () -> {
                if (folder) {
                    take.accept(real);
                } else {
                    refused.set(SafeText.line(Folders.shown(real)) + " is a file. Only folders can be shared.");
                }
            });
        } catch (IOException e) {
            tell(machine, () -> refused.set(SafeText.line(Folders.shown(chosen)) + " can’t be read."));
        }
    }

    /// What was chosen for one machine isn't another's.
    private void tell(Optional<String> machine, Runnable what) {
        fx.run(() -> {
            if (machine.equals(folders().map(FolderSharing.Folders::name))) {
                what.run();
            }
        });
    }

    /// New folders can be written to, as a bind mount on this computer itself could.
    private void take(Path folder) {
        Share share = Share.of(folder, false);
        Optional<Share> other = wanted().stream().filter(share::overlaps).findFirst();
        if (other.isPresent()) {
            refused.set(overlap(folder, other.get().hostFolder()));
            return;
        }
        change(wanted().size(), share);
    }

    private static String overlap(Path folder, Path other) {
        String name = SafeText.line(Folders.shown(folder));
        String there = SafeText.line(Folders.shown(other));
        if (folder.equals(other)) {
            return name + " is shared already.";
        }
        return folder.startsWith(other)
                ? name + " is shared already, with " + there + "."
                : there + " is in " + name + ". Remove it before you add the larger one.";
    }

    private void change(int at, Share share) {
        List<Share> next = new ArrayList<>(wanted());
        if (at < next.size()) {
            next.set(at, share);
        } else {
            next.add(share);
        }
        draft.choose(List.copyOf(next));
    }

    void setReadOnly(Share share, boolean readOnly) {
        int at = wanted().indexOf(share);
        if (at >= 0 && share.readOnly() != readOnly) {
            change(at, new Share(share.hostFolder(), share.guestPath(), readOnly));
        }
    }

    void remove(Share share) {
        refused.set("");
        draft.choose(wanted().stream().filter(other -> !other.equals(share)).toList());
    }

    /// What a new machine would have: nothing.
    void reset() {
        refused.set("");
        draft.choose(List.of());
    }

    void discard() {
        refused.set("");
        draft.discard();
    }

    /// How many folders come, go or change.
    int changes() {
        return draft.changes();
    }

    /// What applying does.
    String effectText() {
        if (hold() != SharedRow.Hold.OURS) {
            return "Counts from the next start of the VM.";
        }
        List<Share> wanted = wanted();
        List<String> users = before().stream()
                .filter(share -> !wanted.contains(share))
                .map(share -> SharedRow.of(share, Optional.empty(), SharedRow.Hold.OURS, running()))
                .flatMap(row -> row.usedBy().stream())
                .distinct()
                .toList();
        return users.isEmpty()
                ? "Applies without restarting the VM. No container is affected."
                : String.join(", ", users.subList(0, Math.min(3, users.size())))
                        + (users.size() > 3
                                ? " and " + (users.size() - 3) + " more have"
                                : users.size() == 1 ? " has" : " have")
                        + " such a folder mounted. Stop them first.";
    }

    private List<Bind> running() {
        return sharing.binds().stream().filter(Bind::up).toList();
    }

    void apply() {
        draft.apply();
    }

    /// Mounts again what couldn't be mounted.
    void retry() {
        folders().ifPresent(now -> draft.apply(now.shares()));
    }

    /// What the draft is of.
    private final class Shares implements MachineDraft.Subject<FolderSharing.Folders, List<Share>> {
        @Override
        public Optional<String> machine() {
            return sharing.machine();
        }

        @Override
        public FolderSharing.Folders look(String machine) throws VmException, InterruptedException {
            return sharing.read(machine);
        }

        @Override
        public String name(FolderSharing.Folders seen) {
            return seen.name();
        }

        @Override
        public List<Share> applied(FolderSharing.Folders seen) {
            return seen.shares();
        }

        @Override
        public int differences(List<Share> wanted, List<Share> applied) {
            long gone = applied.stream()
                    .filter(share ->
                            wanted.stream().noneMatch(other -> other.guestPath().equals(share.guestPath())))
                    .count();
            return (int) (gone
                    + wanted.stream().filter(share -> !applied.contains(share)).count());
        }

        @Override
        public void apply(FolderSharing.Folders from, List<Share> wanted) throws VmException, InterruptedException {
            sharing.apply(from.name(), wanted);
        }

        @Override
        public MachineDraft.Words words() {
            return WORDS;
        }
    }
}
