package io.quayside.engine.internal.codec;

import io.quayside.engine.model.LoadProgress;
import io.quayside.engine.model.PullProgress;
import io.quayside.engine.model.PushProgress;

/// What the lines of a pull, a push and a load mean. The engine has no other word for what it does with a layer than
/// its English one.
public final class ProgressCodec {
    private static final String LOADED = "Loaded image: ";
    private static final String LOADED_ID = "Loaded image ID: ";

    private ProgressCodec() {}

    /// A line of `POST /images/create`.
    public static PullProgress pull(ProgressLine line) {
        String words = words(line);
        return new PullProgress(line.id(), pullPhase(line.id(), words), line.current(), line.total(), words);
    }

    private static String words(ProgressLine line) {
        return line.status().isEmpty() ? line.stream() : line.status();
    }

    /// The first line of a pull has the tag in place of a layer.
    private static PullProgress.Phase pullPhase(String layer, String status) {
        if (layer.isEmpty() || status.startsWith("Pulling from")) {
            return PullProgress.Phase.MESSAGE;
        }
        return switch (status) {
            case "Pulling fs layer", "Waiting", "Preparing" -> PullProgress.Phase.WAITING;
            case "Downloading" -> PullProgress.Phase.DOWNLOADING;
            case "Verifying Checksum" -> PullProgress.Phase.VERIFYING;
            case "Download complete" -> PullProgress.Phase.DOWNLOADED;
            case "Extracting" -> PullProgress.Phase.EXTRACTING;
            case "Pull complete" -> PullProgress.Phase.COMPLETE;
            case "Already exists" -> PullProgress.Phase.EXISTED;
            default -> PullProgress.Phase.MESSAGE;
        };
    }

    /// A line of `POST /images/{name}/push`.
    public static PushProgress push(ProgressLine line) {
        String words = words(line);
        String digest = line.aux().isEmpty() ? digestIn(words) : line.aux();
        return new PushProgress(line.id(), pushPhase(line.id(), words), line.current(), line.total(), words, digest);
    }

    private static PushProgress.Phase pushPhase(String layer, String status) {
        if (layer.isEmpty()) {
            return PushProgress.Phase.MESSAGE;
        }
        if (status.startsWith("Mounted from")) {
            return PushProgress.Phase.EXISTED;
        }
        return switch (status) {
            case "Preparing", "Waiting" -> PushProgress.Phase.WAITING;
            case "Pushing" -> PushProgress.Phase.PUSHING;
            case "Pushed" -> PushProgress.Phase.PUSHED;
            case "Layer already exists" -> PushProgress.Phase.EXISTED;
            default -> PushProgress.Phase.MESSAGE;
        };
    }

    /// `1: digest: sha256:… size: 528`, which is all that Podman has.
    private static String digestIn(String words) {
        int at = words.indexOf("digest: sha256:");
        if (at < 0) {
            return "";
        }
        int start = at + "digest: ".length();
        int end = words.indexOf(' ', start);
        return end < 0 ? words.substring(start) : words.substring(start, end);
    }

    /// A line of `POST /images/load`.
    public static LoadProgress load(ProgressLine line) {
        String words = words(line).stripTrailing();
        return new LoadProgress(line.id(), line.current(), line.total(), words, loadedIn(words));
    }

    private static String loadedIn(String words) {
        if (words.startsWith(LOADED_ID)) {
            return words.substring(LOADED_ID.length());
        }
        return words.startsWith(LOADED) ? words.substring(LOADED.length()) : "";
    }
}
