package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.desktop.ui.containers.detail.DetailContext;
import io.quayside.desktop.ui.containers.detail.DetailTab;
import io.quayside.desktop.ui.containers.detail.DetailTabEntry;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.control.SaveDialog;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The Logs tab.
public final class LogsTab implements DetailTab {
    private final DetailContext context;
    private final LogFeeds feeds;
    private final LogsPane pane;
    private @Nullable OneLog log;

    private LogsTab(DetailContext context, LogFeeds feeds, SaveDialog save) {
        this.context = context;
        this.feeds = feeds;
        this.pane = new LogsPane(context, save);
    }

    /// How the page finds it.
    public static DetailTabEntry entry(LogFeeds feeds, SaveDialog save) {
        return new DetailTabEntry(
                "logs", "Logs", DetailTabEntry.Needs.NOTHING, context -> new LogsTab(context, feeds, save));
    }

    @Override
    public Region root() {
        return pane.root();
    }

    @Override
    public void shown(ContainerLine container) {
        OneLog next = new OneLog(context.parts(), feeds, container);
        log = next;
        pane.show(next);
    }

    @Override
    public void changed(ContainerLine container) {
        if (log != null) {
            log.changed(container);
        }
    }

    @Override
    public void below(boolean card) {
        pane.toolbar().setLastLines(card);
    }

    @Override
    public void hidden() {
        pane.model().leave();
    }

    @Override
    public void focusMain() {
        pane.focusMain();
    }

    @Override
    public boolean escape() {
        return pane.toolbar().clear();
    }

    @Override
    public boolean copy() {
        return pane.copy();
    }

    @Override
    public void find() {
        pane.toolbar().find();
    }

    @Override
    public boolean settled() {
        return pane.model().settled();
    }
}
