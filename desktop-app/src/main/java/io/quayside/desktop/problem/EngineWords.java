package io.quayside.desktop.problem;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Recognises what an engine's message says, in the wordings of Docker 20.10 to 29 and Podman. Only what the words
/// prove;
/// everything else stays unknown.
public final class EngineWords {
    private static final Pattern PORT = Pattern.compile(
            "(?:Bind for |listen (?:tcp|udp)\\d? |exposing port \\S+ -> |host port for )[^ ]*?:(\\d{1,5})\\b");
    private static final Pattern NAME =
            Pattern.compile("container name \"?/?([^\"\\s]+?)\"? is already in use by container \"?([0-9a-f]{12,64})");
    private static final Pattern PODMAN_NAME =
            Pattern.compile("container name \"?/?([^\"\\s]+?)\"? is already in use by ([0-9a-f]{12,64})");
    /// Docker Compose names it, the engine doesn't.
    private static final Pattern NETWORK = Pattern.compile("failed to create network ([\\w.-]{1,128})");
    private static final Pattern IMAGE = Pattern.compile(
            "(?i)(?:no such image: |pull access denied for |manifest for |manifest unknown: |repository )([^\\s,]+)");
    private static final Pattern MOUNT = Pattern.compile(
            "(?:mounts denied|path (?:is )?not shared|bind source path does not exist)[^/~]*([/~][^\\s,\"]*)");
    private static final Pattern COMMAND =
            Pattern.compile("exec: \"([^\"]+)\": (?:executable file not found|stat [^:]+: no such file)");
    private static final Pattern VOLUME_USE =
            Pattern.compile("volume (?:is )?in use - \\[?([0-9a-f, ]+)|volume (\\S+) is being used by");

    private EngineWords() {}

    /// What the message says, if it is one of the known causes.
    public static Optional<EngineCause> read(String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("port is already allocated") || lower.contains("address already in use")) {
            return Optional.of(new EngineCause.PortTaken(port(message)));
        }
        if (lower.contains("pool overlaps with other one")) {
            Matcher network = NETWORK.matcher(message);
            return Optional.of(new EngineCause.RangeTaken(network.find() ? network.group(1) : ""));
        }
        Optional<EngineCause> name = nameTaken(message);
        if (name.isPresent()) {
            return name;
        }
        if (lower.contains("toomanyrequests") || lower.contains("pull rate limit")) {
            return Optional.of(new EngineCause.RateLimited());
        }
        if (lower.contains("no basic auth credentials")
                || lower.contains("authentication required")
                || lower.contains("401 unauthorized")
                || (lower.contains("requested access to the resource is denied")
                        && !lower.contains("pull access denied"))) {
            return Optional.of(new EngineCause.LoginNeeded());
        }
        if (lower.contains("no space left on device") || lower.contains("disk quota exceeded")) {
            return Optional.of(new EngineCause.DiskFull());
        }
        if (lower.contains("exec format error")) {
            return Optional.of(new EngineCause.WrongArchitecture());
        }
        return RegistryWords.read(message).or(() -> start(message)).or(() -> missing(message, lower));
    }

    private static Optional<EngineCause> nameTaken(String message) {
        for (Pattern pattern : new Pattern[] {NAME, PODMAN_NAME}) {
            Matcher matcher = pattern.matcher(message);
            if (matcher.find()) {
                return Optional.of(new EngineCause.NameTaken(matcher.group(1), matcher.group(2)));
            }
        }
        return Optional.empty();
    }

    private static Optional<EngineCause> start(String message) {
        Matcher mount = MOUNT.matcher(message);
        if (mount.find()) {
            return Optional.of(new EngineCause.MountDenied(mount.group(1)));
        }
        Matcher command = COMMAND.matcher(message);
        if (command.find()) {
            return Optional.of(new EngineCause.CommandMissing(command.group(1)));
        }
        return Optional.empty();
    }

    private static Optional<EngineCause> missing(String message, String lower) {
        boolean image = lower.contains("no such image")
                || lower.contains("pull access denied")
                || lower.contains("manifest unknown")
                || lower.contains("repository does not exist");
        if (image) {
            Matcher matcher = IMAGE.matcher(message);
            return Optional.of(new EngineCause.ImageMissing(matcher.find() ? matcher.group(1) : ""));
        }
        if (VOLUME_USE.matcher(lower).find()
                || lower.contains("has active endpoints")
                || lower.contains("image is being used by")) {
            return Optional.of(new EngineCause.InUse());
        }
        if (lower.contains("removal of container") && lower.contains("already in progress")) {
            return Optional.of(new EngineCause.AlreadyRemoving());
        }
        return Optional.empty();
    }

    private static int port(String message) {
        Matcher matcher = PORT.matcher(message);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
