package io.quayside.desktop.ui.images.detail.layers;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.model.HistoryEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One step of how an image was made, in the words of a Dockerfile as far as the engine kept them. Untrusted text.
///
/// @param number from 1, oldest first
/// @param instruction such as `RUN apt-get update`
/// @param share of the whole image, 0 to 1
record LayerStep(int number, String instruction, HistoryEntry entry, double share) {
    private static final Pattern NOP = Pattern.compile("^/bin/sh -c #\\(nop\\)\\s*");
    private static final Pattern SHELL = Pattern.compile("^(?:\\|\\d+ .*?)?/bin/sh -c ");
    private static final Pattern BUILDKIT = Pattern.compile("\\s*# buildkit$");

    /// @param history oldest first
    static List<LayerStep> of(List<HistoryEntry> history) {
        long whole = history.stream().mapToLong(HistoryEntry::size).sum();
        List<LayerStep> steps = new ArrayList<>();
        for (HistoryEntry entry : history) {
            steps.add(new LayerStep(
                    steps.size() + 1, words(entry), entry, whole == 0 ? 0 : (double) entry.size() / whole));
        }
        return steps;
    }

    /// Whether it changed files.
    boolean hasFiles() {
        return entry.size() > 0;
    }

    private static String words(HistoryEntry entry) {
        String text = BUILDKIT.matcher(entry.createdBy().strip()).replaceFirst("");
        if (NOP.matcher(text).find()) {
            text = NOP.matcher(text).replaceFirst("");
        } else if (SHELL.matcher(text).find()) {
            text = "RUN " + SHELL.matcher(text).replaceFirst("");
        }
        if (text.isBlank()) {
            text = entry.comment().isBlank() ? "Not said" : entry.comment().strip();
        }
        return SafeText.output(text.replaceAll("\\s*\\n\\s*", " "), 2000);
    }
}
