package io.quayside.desktop.ui.settings.machine;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskKind;
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
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The folders that the machine in the window sees, as they are being changed: applied or discarded as a whole. FX
/// thread; asking happens on a virtual thread, applying is a task.
public final class SharesViewModel {
    private final FolderSharing sharing;
    private final Tasks tasks;
    private final ProblemMapper problems;
    private final FxThread fx;
    private final ReadOnlyObjectWrapper<Optional<FolderSharing.Folders>> folders =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<SharedRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<String> refused = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Boolean> applying = new ReadOnlyObjectWrapper<>(false);
    private List<Share> wanted = List.of();
    private boolean unseen; // whether the problem is that the machine could not be looked at
    private int round;

    public SharesViewModel(FolderSharing sharing, Tasks tasks, ProblemMapper problems, FxThread fx) {
        this.sharing = sharing;
        this.tasks = tasks;
        this.problems = problems;
        this.fx = fx;
    }

    /// Empty until asked, and when the engine in the window is in no machine.
    ReadOnlyObjectProperty<Optional<FolderSharing.Folders>> foldersProperty() {
        return folders.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<SharedRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// Why a folder wasn't added, or nothing.
    ReadOnlyObjectProperty<String> refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Boolean> applyingProperty() {
        return applying.getReadOnlyProperty();
    }

    Optional<String> machine() {
        return sharing.machine();
    }

    boolean settled() {
        return machine().isEmpty() || folders.get().isPresent() || problem.get().isPresent();
    }

    /// Follows machine and containers until the handle is closed.
    Subscription follow() {
        refresh();
        return sharing.onChange(() -> fx.run(this::refresh));
    }

    /// Asks again; what was changed and isn't applied stays.
    void refresh() {
        int mine = ++round;
        Optional<String> name = sharing.machine();
        if (!name.equals(folders.get().map(FolderSharing.Folders::name))) {
            folders.set(Optional.empty());
            wanted = List.of();
            refused.set("");
        }
        show();
        name.ifPresent(machine -> Thread.ofVirtual().name("vm-shares").start(() -> ask(machine, mine)));
    }

    private void ask(String machine, int from) {
        try {
            FolderSharing.Folders answer = sharing.read(machine);
            fx.run(() -> {
                if (from == round) {
                    boolean untouched = changes() == 0;
                    folders.set(Optional.of(answer));
                    if (unseen) {
                        unseen = false;
                        problem.set(Optional.empty());
                    }
                    if (untouched) {
                        wanted = answer.shares();
                    }
                    show();
                }
            });
        } catch (VmException e) {
            Problem found = problems.map(e, new Attempt("look at", machine));
            fx.run(() -> {
                if (from == round) {
                    unseen = true;
                    problem.set(Optional.of(found));
                }
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show() {
        List<Bind> binds = sharing.binds();
        rows.set(wanted.stream()
                .map(share -> SharedRow.of(share, applied(share), hold(), binds))
                .toList());
    }

    private SharedRow.Hold hold() {
        return folders.get()
                .filter(FolderSharing.Folders::running)
                .map(now -> now.served() ? SharedRow.Hold.OURS : SharedRow.Hold.ELSEWHERE)
                .orElse(SharedRow.Hold.STOPPED);
    }

    private Optional<Folder> applied(Share share) {
        return folders.get().stream()
                .flatMap(now -> now.all().stream())
                .filter(folder -> folder.status().share().hostFolder().equals(share.hostFolder()))
                .findFirst();
    }

    /// Adds folders, once it is known that they are some.
    void add(List<Path> chosen) {
        if (folders.get().isEmpty()) {
            return;
        }
        refused.set("");
        Thread.ofVirtual().name("vm-share-folder").start(() -> chosen.forEach(this::look));
    }

    private void look(Path chosen) {
        try {
            Path real = chosen.toRealPath();
            boolean folder = Files.isDirectory(real);
            fx.run(() -> {
                if (folder) {
                    take(real);
                } else {
                    refused.set(SafeText.line(Folders.shown(real)) + " is a file. Only folders can be shared.");
                }
            });
        } catch (IOException e) {
            fx.run(() -> refused.set(SafeText.line(Folders.shown(chosen)) + " can’t be read."));
        }
    }

    /// New folders can be written to, as a bind mount on this computer itself could.
    private void take(Path folder) {
        Share share = Share.of(folder, false);
        Optional<Share> other = wanted.stream().filter(share::overlaps).findFirst();
        if (other.isPresent()) {
            String there = SafeText.line(Folders.shown(other.get().hostFolder()));
            String name = SafeText.line(Folders.shown(folder));
            refused.set(
                    name.equals(there)
                            ? name + " is shared already."
                            : name.startsWith(there)
                                    ? name + " is shared already, with " + there + "."
                                    : there + " is in " + name + ". Remove it before you add the larger one.");
            return;
        }
        change(wanted.size(), share);
    }

    private void change(int at, Share share) {
        List<Share> next = new ArrayList<>(wanted);
        if (at < next.size()) {
            next.set(at, share);
        } else {
            next.add(share);
        }
        wanted = next;
        show();
    }

    void setReadOnly(Share share, boolean readOnly) {
        int at = wanted.indexOf(share);
        if (at >= 0 && share.readOnly() != readOnly) {
            change(at, new Share(share.hostFolder(), share.guestPath(), readOnly));
        }
    }

    void remove(Share share) {
        wanted = wanted.stream().filter(other -> !other.equals(share)).toList();
        refused.set("");
        show();
    }

    void discard() {
        wanted = folders.get().map(FolderSharing.Folders::shares).orElse(List.of());
        refused.set("");
        show();
    }

    /// How many folders come, go or change.
    int changes() {
        List<Share> before = folders.get().map(FolderSharing.Folders::shares).orElse(List.of());
        long gone = before.stream()
                .filter(share ->
                        wanted.stream().noneMatch(other -> other.hostFolder().equals(share.hostFolder())))
                .count();
        return (int)
                (gone + wanted.stream().filter(share -> !before.contains(share)).count());
    }

    /// What applying does.
    String effectText() {
        if (hold() != SharedRow.Hold.OURS) {
            return "Counts from the next start of the VM.";
        }
        List<Share> before = folders.get().map(FolderSharing.Folders::shares).orElse(List.of());
        List<String> users = before.stream()
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
        if (changes() > 0) {
            apply(wanted);
        }
    }

    /// Mounts again what couldn't be mounted.
    void retry() {
        folders.get().ifPresent(now -> apply(now.shares()));
    }

    private void apply(List<Share> shares) {
        if (applying.get() || folders.get().isEmpty()) {
            return;
        }
        String machine = folders.get().get().name();
        List<Share> next = List.copyOf(shares);
        applying.set(true);
        unseen = false;
        problem.set(Optional.empty());
        tasks.task("Sharing folders with " + machine)
                .doneTitle("Shared folders with " + machine)
                .kind(TaskKind.ENGINE)
                .location("settings/file-sharing")
                .brief()
                .explain(failure -> problems.map(failure, new Attempt("share folders with", machine)))
                .onFailure(found -> problem.set(Optional.of(found)))
                .onEnd(() -> {
                    applying.set(false);
                    refresh();
                })
                .start(
                        context -> {
                            sharing.apply(machine, next);
                            return sharing.read(machine);
                        },
                        answer -> {
                            boolean untouched = wanted.equals(next);
                            folders.set(Optional.of(answer));
                            if (untouched) {
                                wanted = answer.shares();
                            }
                            show();
                        });
    }
}
