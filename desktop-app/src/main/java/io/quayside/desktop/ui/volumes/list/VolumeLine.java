package io.quayside.desktop.ui.volumes.list;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.engine.model.Volume;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What a row says about a volume.
///
/// @param usedBy the containers with it, running or not
/// @param size in bytes; empty until it was measured, and for drivers that can't be
/// @param measured whether the engine was asked for sizes since the volume is there
/// @param share of the largest volume, 0 to 1
/// @param age "3 w"
/// @param live whether the engine confirms all of it now
/// @param busy the word for an action under way, "Deleting"
public record VolumeLine(
        Volume volume,
        List<VolumeUser> usedBy,
        OptionalLong size,
        boolean measured,
        double share,
        String age,
        boolean live,
        Optional<String> busy) {
    private static final String PROJECT = "com.docker.compose.project";

    public VolumeLine {
        usedBy = List.copyOf(usedBy);
    }

    public String name() {
        return volume.name();
    }

    /// The name, safe to show.
    public String title() {
        return SafeText.line(volume.name());
    }

    /// Unnamed ones by the beginning of their number.
    public String shortTitle() {
        String title = title();
        return volume.isAnonymous() && title.length() > 12 ? title.substring(0, 12) + "…" : title;
    }

    /// The compose project that made it.
    public Optional<String> project() {
        return Optional.ofNullable(volume.labels().get(PROJECT))
                .filter(text -> !text.isBlank())
                .map(SafeText::line);
    }

    /// The second line: "shop-api, local", "local, unnamed".
    public String origin() {
        String driver = SafeText.line(volume.driver());
        String what = volume.options().containsKey("type") ? driver + " " + kind() : driver;
        return project().map(name -> name + ", ").orElse("") + what + (volume.isAnonymous() ? ", unnamed" : "");
    }

    private String kind() {
        String type = SafeText.line(volume.options().getOrDefault("type", ""));
        return type.equals("none") ? "folder" : type;
    }

    /// "2.61 GB", "Measuring…", and a dash for what can't be measured.
    public String sizeWords() {
        return size.isPresent() ? Sizes.of(size.getAsLong()) : measured ? "–" : "Measuring…";
    }

    /// "postgres", "web and 2 more".
    public String usedByWords() {
        return switch (usedBy.size()) {
            case 0 -> "Not used";
            case 1 -> usedBy.getFirst().name();
            default -> usedBy.getFirst().name() + " and " + (usedBy.size() - 1) + " more";
        };
    }

    /// Whether its data is on the engine's own disk, nowhere else.
    public boolean isPlain() {
        return volume.driver().equals("local") && !volume.options().containsKey("device");
    }

    public boolean canAct() {
        return live && busy.isEmpty();
    }

    /// Why it can't be deleted now: "Used by postgres. Delete that container first."
    public Optional<String> whyNotDelete() {
        if (!live) {
            return Optional.of("There is no connection to the engine");
        }
        if (busy.isPresent()) {
            return busy.map(word -> word + " already");
        }
        return switch (usedBy.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of("Used by " + usedByWords() + ". Delete that container first.");
            default -> Optional.of("Used by " + usedByWords() + ". Delete those containers first.");
        };
    }

    /// Why what is in it can't be deleted now.
    public Optional<String> whyNotEmpty() {
        return isPlain()
                ? whyNotDelete()
                : Optional.of("Its data isn't on the engine's own disk. Delete the files where they are.");
    }

    VolumeLine shareOf(long largest) {
        double part = largest > 0 && size.isPresent() ? size.getAsLong() / (double) largest : 0;
        if (part == share) {
            return this;
        }
        return new VolumeLine(volume, usedBy, size, measured, part, age, live, busy);
    }
}
