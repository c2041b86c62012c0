package io.quayside.desktop.ui.builds.list;

import io.quayside.desktop.builds.BuildRecord;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.list.RowListener;

/// What rows, menus and commands ask of the page. FX thread.
public interface BuildListener extends RowListener<BuildRow> {
    /// Opens the form filled with what was asked of a build.
    void change(BuildRecord build);

    /// Puts the `docker build` line of a build on the clipboard.
    void copyCommand(BuildRow row);

    /// Puts a text on the clipboard.
    void copy(String text);

    /// Asks before something goes for good.
    void ask(Confirmation question, Runnable act);
}
