package io.quayside.desktop.ui.images;

import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.images.row.ImageLine;
import io.quayside.desktop.ui.images.row.ImageUser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What deleting names of images comes to: names that only go, images that go with their last name, and images that
/// can't, because containers need them.
///
/// @param untagged the image stays under another name
/// @param deleted the image goes
/// @param needed the image would go, but containers use it
record ImageDeletePlan(List<ImageLine> untagged, List<ImageLine> deleted, List<ImageLine> needed) {
    ImageDeletePlan {
        untagged = List.copyOf(untagged);
        deleted = List.copyOf(deleted);
        needed = List.copyOf(needed);
    }

    /// @param lines the names that are to go
    static ImageDeletePlan of(List<ImageLine> lines) {
        Map<String, Integer> names = new HashMap<>();
        lines.forEach(line -> names.merge(line.image().id(), 1, Integer::sum));
        List<ImageLine> untagged = new ArrayList<>();
        List<ImageLine> deleted = new ArrayList<>();
        List<ImageLine> needed = new ArrayList<>();
        for (ImageLine line : lines) {
            boolean stays =
                    line.image().tags().size() > names.getOrDefault(line.image().id(), 0);
            if (stays) {
                untagged.add(line);
            } else if (line.usedBy().isEmpty()) {
                deleted.add(line);
            } else {
                needed.add(line);
            }
        }
        return new ImageDeletePlan(untagged, deleted, needed);
    }

    /// Those that can go.
    List<ImageLine> possible() {
        List<ImageLine> all = new ArrayList<>(untagged);
        all.addAll(deleted);
        return all;
    }

    /// Whether everything can be had again: names are given again, images come from a registry, and what has no name
    /// was replaced by another one.
    boolean canBeUndone() {
        return deleted.stream()
                .allMatch(line -> line.isPullable() || !line.name().isTagged());
    }

    /// What is asked before.
    Confirmation question() {
        List<ImageLine> all = possible();
        String what = all.size() == 1 ? all.getFirst().title() : all.size() + " images";
        List<Confirmation.Line> lines = new ArrayList<>();
        for (ImageLine line : deleted) {
            lines.add(new Confirmation.Line(line.title(), Sizes.of(line.image().size())));
        }
        for (ImageLine line : untagged) {
            lines.add(new Confirmation.Line(line.title(), "the name only"));
        }
        long local = deleted.stream()
                .filter(line -> !line.isPullable() && line.name().isTagged())
                .count();
        String text = (local == 1 && deleted.size() == 1 ? "It was" : local + " of them were")
                + " made on this engine and can't be pulled again. Layers that other images share stay.";
        return new Confirmation("Delete " + what + "?", text, lines, "Delete " + what, Optional.empty());
    }

    /// "web and worker use it. Delete them first."
    static String why(List<ImageUser> users) {
        List<String> names = users.stream().map(ImageUser::name).toList();
        String who = switch (names.size()) {
            case 1 -> names.getFirst() + " uses it.";
            case 2 -> names.getFirst() + " and " + names.getLast() + " use it.";
            case 3 -> names.get(0) + ", " + names.get(1) + " and " + names.get(2) + " use it.";
            default -> names.get(0) + ", " + names.get(1) + " and " + (names.size() - 2) + " more use it.";
        };
        return who + (names.size() == 1 ? " Delete that container first." : " Delete those containers first.");
    }
}
