package io.quayside.desktop.ui.images;

import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.images.row.ImageRow;
import java.util.List;

/// What menus and commands ask of the page. FX thread.
interface ImageRequests {
    /// Opens the form for a container of an image.
    void run(ImageRow row);

    /// Pulls these names again, and shows how it goes.
    void pull(List<ImageRow> rows);

    /// Asks the registries of these whether they have newer images.
    void checkUpdates(List<ImageRow> rows);

    /// The same for all images.
    void checkAllUpdates();

    /// Asks under which name to push it, and shows how it goes.
    void push(ImageRow row);

    /// Goes to how an image was made.
    ///
    /// @param scan whether the files of its layers are to be read too
    void layers(ImageRow row, boolean scan);

    /// Asks for a file and writes these to it.
    void save(List<ImageRow> rows);

    /// Asks for an archive and takes its images.
    void load();

    /// Asks for an archive of files and what its image is to be called.
    void importImage();

    /// Asks which unused images are to go.
    void prune();

    /// Asks for one more name.
    void tag(ImageRow row);

    void copy(String text);

    void ask(Confirmation question, Runnable act);
}
