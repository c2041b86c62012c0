package io.quayside.desktop.ui.volumes.list;

import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.list.RowListener;
import java.util.List;

/// What rows, menus and commands ask of the page. FX thread.
public interface VolumeListener extends RowListener<VolumeRow> {
    /// Shows the files in it.
    void browse(VolumeRow row);

    /// Goes to a container.
    void open(VolumeUser user);

    /// Asks for a name and copies everything into a volume of that name.
    void copy(VolumeRow row);

    /// Asks for a file and writes everything to it.
    void export(VolumeRow row);

    /// Asks for an archive and fills the volume with it.
    void fill(VolumeRow row);

    /// Asks for an archive and makes a volume of it.
    void importVolume();

    /// Asks, then deletes everything in it.
    void empty(VolumeRow row);

    /// Asks, then deletes them with all their data.
    void delete(List<VolumeRow> rows);

    /// Asks which of those that nobody uses are to go.
    void prune();

    /// Opens the form for a new one.
    void create();

    /// Puts a text on the clipboard.
    void copy(String text);

    /// Asks before something goes for good.
    void ask(Confirmation question, Runnable act);
}
