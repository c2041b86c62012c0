package io.quayside.desktop.ui.volumes.list;

import io.quayside.desktop.ui.containers.LiveMenu;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.list.ListHead;
import io.quayside.desktop.ui.theme.Icons;
import java.util.Optional;

/// "Volumes", how many there are, and what they hold.
public final class VolumesHead extends ListHead {
    private final VolumesViewModel model;
    private final ActionButton prune;

    public VolumesHead(VolumesViewModel model, VolumeListener page) {
        super("volumes", "Volumes");
        this.model = model;
        more(LiveMenu.item("Import…", page::importVolume));
        prune = act("volumes-prune", new ActionButton("Prune…", page::prune));
        act("volumes-create", new ActionButton("Create volume", Icons.ADD, page::create).primary());
        model.itemsProperty().subscribe(ignored -> update());
        model.countsProperty().subscribe(ignored -> update());
        model.measuredProperty().subscribe(ignored -> update());
        model.connection().asOfProperty().subscribe(ignored -> update());
    }

    private void update() {
        String asOf = model.connection().asOfProperty().get();
        int count = model.lines().size();
        prune.setUnavailable(
                model.unused().isEmpty()
                        ? Optional.of(
                                asOf.isEmpty() ? "Every volume is in use" : "There is no connection to the engine")
                        : Optional.empty());
        if (!asOf.isEmpty() || count == 0) {
            summary(asOf);
            return;
        }
        String volumes = count == 1 ? "1 volume" : count + " volumes";
        summary(model.isMeasured() ? volumes + ", " + Sizes.of(model.onDisk()) + " on disk" : volumes);
    }
}
