package io.quayside.desktop.ui.containers.detail.files;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.files.FileContent;
import io.quayside.engine.files.FilePaths;

/// A file that was left with changes which aren't saved. It can be taken up in another container that has the same
/// volume, wherever that has it.
public final class FileDraft {
    private final OpenFile.Text file;
    private final String text;

    /// @param file as it was read
    /// @param text as it was left
    FileDraft(OpenFile.Text file, String text) {
        this.file = file;
        this.text = text;
    }

    /// The file's name, as it can be shown.
    public String name() {
        return SafeText.line(FilePaths.name(file.content().path()));
    }

    OpenFile.Text file() {
        return file;
    }

    String text() {
        return text;
    }

    /// The same with the files in another folder.
    ///
    /// @param before the folder that they were in
    FileDraft moved(String before, String now) {
        FileContent old = file.content();
        if (before.equals(now) || !FilePaths.isWithin(old.path(), before)) {
            return this;
        }
        String inside = old.path().substring(before.equals(FilePaths.ROOT) ? 0 : before.length());
        FileContent content = new FileContent(FilePaths.normal(now + inside), old.entry(), old.bytes(), old.whole());
        return new FileDraft(new OpenFile.Text(content, file.text(), file.crlf(), file.readOnly()), text);
    }
}
