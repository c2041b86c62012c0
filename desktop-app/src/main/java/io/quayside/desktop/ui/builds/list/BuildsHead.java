package io.quayside.desktop.ui.builds.list;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.list.ListHead;
import io.quayside.desktop.ui.theme.Icons;

/// "Builds", and for how long they are kept.
public final class BuildsHead extends ListHead {
    private static final String KEPT = "Last 30 days, kept by Quayside";

    /// @param build opens the form
    /// @param cache opens the build cache
    public BuildsHead(BuildsViewModel model, Runnable build, Runnable cache) {
        super("builds", "Builds");
        summary(KEPT);
        act("builds-cache", new ActionButton("Build cache…", Icons.IMAGES, cache));
        act("builds-build", new ActionButton("Build image", Icons.ADD, build).primary());
        model.listStateProperty()
                .subscribe(ignored -> summary(
                        switch (model.damaged()) {
                            case 0 -> KEPT;
                            case 1 -> KEPT + ". One can't be read.";
                            default -> KEPT + ". " + model.damaged() + " can't be read.";
                        }));
    }
}
