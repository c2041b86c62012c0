package io.quayside.desktop.ui.containers;

import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.engine.model.MountPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What deleting containers takes with it, and whether that has to be asked about.
public record DeletePlan(List<Container> containers, List<String> anonymousVolumes) {
    private static final Pattern ANONYMOUS = Pattern.compile("[0-9a-f]{64}");

    public DeletePlan {
        containers = List.copyOf(containers);
        anonymousVolumes = List.copyOf(anonymousVolumes);
    }

    public static DeletePlan of(List<Container> containers) {
        List<String> volumes = containers.stream()
                .flatMap(container -> container.mounts().stream())
                .filter(mount -> mount.type().equals("volume"))
                .map(MountPoint::name)
                .filter(name -> ANONYMOUS.matcher(name).matches())
                .distinct()
                .toList();
        return new DeletePlan(containers, volumes);
    }

    /// Whether it goes without a question, with a few seconds to undo it: nothing runs, no data is lost.
    public boolean canBeUndone() {
        return anonymousVolumes.isEmpty() && containers.stream().noneMatch(Container::isUp);
    }

    /// What is asked before.
    public Confirmation question() {
        return question(Map.of());
    }

    /// The same with the sizes of volumes, as far as they were measured.
    public Confirmation question(Map<String, Long> sizes) {
        String what = containers.size() == 1
                ? SafeText.line(containers.getFirst().name())
                : containers.size() + " containers";
        List<Confirmation.Line> lines = new ArrayList<>();
        for (Container container : containers) {
            lines.add(new Confirmation.Line(SafeText.line(container.name()), container.isUp() ? "running" : "stopped"));
        }
        for (String volume : anonymousVolumes) {
            Long bytes = sizes.get(volume);
            lines.add(new Confirmation.Line(
                    volume.substring(0, 12),
                    bytes == null ? "anonymous volume" : "anonymous volume, " + Sizes.of(bytes)));
        }
        return new Confirmation("Delete " + what + "?", text(sizes), lines, "Delete " + what, Optional.empty());
    }

    private String text(Map<String, Long> sizes) {
        StringBuilder text = new StringBuilder();
        List<String> up = containers.stream()
                .filter(Container::isUp)
                .map(container -> SafeText.line(container.name()))
                .toList();
        if (!up.isEmpty()) {
            text.append(names(up))
                    .append(up.size() == 1 ? " is running" : " are running")
                    .append(" and will be stopped first. ");
        }
        int volumes = anonymousVolumes.size();
        if (volumes > 0) {
            text.append(volumes == 1 ? "1 anonymous volume" : volumes + " anonymous volumes")
                    .append(total(sizes))
                    .append(volumes == 1 ? " goes" : " go")
                    .append(containers.size() == 1 ? " with it. " : " with them. ");
        }
        return text.append("Named volumes stay.").toString();
    }

    /// " (24 MB)" once all of them were measured.
    private String total(Map<String, Long> sizes) {
        return sizes.keySet().containsAll(anonymousVolumes)
                ? " ("
                        + Sizes.of(
                                anonymousVolumes.stream().mapToLong(sizes::get).sum()) + ")"
                : "";
    }

    private static String names(List<String> names) {
        if (names.size() > 4) {
            return names.size() + " containers";
        }
        if (names.size() == 1) {
            return names.getFirst();
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
