package io.quayside.engine.files;

import java.nio.file.Path;
import java.util.List;

/// What a download has brought.
///
/// @param path the file or folder on this computer
/// @param files how many files, not counting folders and links
/// @param bytes their content
/// @param skipped what can't be kept on this computer, as paths in the archive: devices, pipes and links to nothing in
/// it
/// @param renamed names that this computer can't have, as they were
public record Downloaded(Path path, long files, long bytes, List<String> skipped, List<String> renamed) {
    public Downloaded {
        skipped = List.copyOf(skipped);
        renamed = List.copyOf(renamed);
    }
}
