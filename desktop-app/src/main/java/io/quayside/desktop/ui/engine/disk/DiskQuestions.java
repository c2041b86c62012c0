package io.quayside.desktop.ui.engine.disk;

import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.engine.disk.DiskItem.Kind;
import io.quayside.desktop.ui.format.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is asked before something goes from the disk.
final class DiskQuestions {
    private DiskQuestions() {}

    /// Names exactly what goes. Data that can't be made again asks for a name: the volume's, or how many there are.
    static Confirmation free(List<DiskItem> items) {
        List<Confirmation.Line> lines = new ArrayList<>();
        for (DiskItem item : items) {
            if (item.kind() == Kind.CACHE || item.kind() == Kind.BLOCKS) {
                lines.add(new Confirmation.Line(item.title(), Sizes.of(item.bytes())));
            } else {
                String of = item.kind() == Kind.LOGS ? "Log of " : "";
                item.parts()
                        .forEach(part -> lines.add(new Confirmation.Line(of + part.name(), Sizes.of(part.bytes()))));
            }
        }
        Optional<DiskItem> data =
                items.stream().filter(item -> item.kind() == Kind.VOLUMES).findFirst();
        String act = act(items);
        return new Confirmation(
                act + "?",
                data.isPresent()
                        ? "Nothing running is touched. The data in the volumes is deleted for good."
                        : "Nothing running is touched, and volumes stay.",
                lines,
                act,
                data.map(volumes -> volumes.parts().size() == 1
                        ? volumes.parts().getFirst().name()
                        : volumes.parts().size() + " volumes"));
    }

    /// "Free 6.6 GB", or "Return 700 MB" when nothing goes in the engine; "Free space" where nobody knows how much.
    static String act(List<DiskItem> items) {
        long freed = DiskRun.engineBytes(items);
        if (freed > 0) {
            return "Free " + Sizes.of(freed);
        }
        boolean blocks = items.stream().allMatch(item -> item.kind() == Kind.BLOCKS || !item.isWorthwhile());
        return blocks
                ? "Return " + Sizes.of(items.stream().mapToLong(DiskItem::bytes).sum())
                : "Free space";
    }

    /// @param running containers in the machine
    static Confirmation shrink(EngineDisk.Use use, int running) {
        String stop = running == 0
                ? "The VM stops while its disk is copied without what is empty, and starts again."
                : "The VM stops with its " + (running == 1 ? "1 running container" : running + " running containers")
                        + " while its disk is copied without what is empty, and starts again.";
        String room = use.hostFree() > 0
                ? " The copy needs up to " + Sizes.of(use.onHost()) + " of the " + Sizes.of(use.hostFree())
                        + " that are free on this computer."
                : "";
        return new Confirmation(
                "Shrink the disk file of " + use.machine() + "?",
                stop + " Images, containers and volumes stay." + room,
                List.of(
                        new Confirmation.Line("The disk file takes", Sizes.of(use.onHost())),
                        new Confirmation.Line("Used in the engine", Sizes.of(use.used())),
                        new Confirmation.Line("Can come back, about", Sizes.of(use.held()))),
                "Stop the VM and shrink",
                Optional.empty());
    }
}
