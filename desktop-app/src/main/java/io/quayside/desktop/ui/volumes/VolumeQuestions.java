package io.quayside.desktop.ui.volumes;

import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.volumes.list.VolumeLine;
import java.util.List;
import java.util.Optional;

/// What is asked before data goes for good.
final class VolumeQuestions {
    private VolumeQuestions() {}

    static Confirmation delete(List<VolumeLine> lines) {
        if (lines.size() == 1) {
            VolumeLine line = lines.getFirst();
            return new Confirmation(
                    "Delete " + line.shortTitle() + "?",
                    data(line) + " deleted for good. No container uses it.",
                    List.of(),
                    "Delete volume",
                    Optional.of(line.shortTitle()));
        }
        String count = lines.size() + " volumes";
        return new Confirmation(
                "Delete " + count + "?",
                "All data in them is deleted for good. No container uses them.",
                listed(lines),
                "Delete " + count,
                Optional.of(count));
    }

    static Confirmation empty(VolumeLine line) {
        return new Confirmation(
                "Empty " + line.shortTitle() + "?",
                data(line) + " deleted for good. The volume stays, with its labels.",
                List.of(),
                "Empty volume",
                Optional.of(line.shortTitle()));
    }

    private static String data(VolumeLine line) {
        return line.size().isPresent() ? Sizes.of(line.size().getAsLong()) + " of data is" : "All data in it is";
    }

    static List<Confirmation.Line> listed(List<VolumeLine> lines) {
        return lines.stream()
                .map(line -> new Confirmation.Line(line.shortTitle(), line.sizeWords()))
                .toList();
    }
}
