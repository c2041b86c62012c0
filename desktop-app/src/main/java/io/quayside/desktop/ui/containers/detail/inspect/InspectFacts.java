package io.quayside.desktop.ui.containers.detail.inspect;

import io.quayside.desktop.ui.format.ImageNames;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.format.Times;
import io.quayside.engine.model.ContainerDetails;
import io.quayside.engine.model.Health;
import io.quayside.engine.model.HealthProbe;
import io.quayside.engine.model.ImageDetails;
import io.quayside.engine.model.LogConfig;
import io.quayside.engine.model.Resources;
import io.quayside.engine.model.RestartPolicy;
import io.quayside.engine.run.ShellQuote;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The overview of a container, in words.
///
/// @param cards titles with their facts, in the order of the page
/// @param environment sorted: what was set for the container first
/// @param labels by name
public record InspectFacts(Map<String, List<Fact>> cards, List<Variable> environment, Map<String, String> labels) {
    private static final int SHORT_ID = 12;

    /// One line of a card. Untrusted text.
    ///
    /// @param mono whether it is a name of a machine: an id, a path, a command
    /// @param copy what its copy button gives, empty for none
    /// @param opens the image whose page a click on it opens, empty for none
    public record Fact(String name, String value, boolean mono, String copy, String opens) {
        public Fact(String name, String value, boolean mono, String copy) {
            this(name, value, mono, copy, "");
        }

        /// In words.
        public static Fact words(String name, String value) {
            return new Fact(name, value, false, "");
        }

        /// A name of a machine.
        public static Fact mono(String name, String value) {
            return new Fact(name, value, true, "");
        }
    }

    /// @param image what it was created from; empty when the engine doesn't have it any more
    static InspectFacts of(ContainerDetails details, Optional<ImageDetails> image, Instant now) {
        Map<String, List<Fact>> cards = new LinkedHashMap<>();
        cards.put("Container", container(details, now));
        cards.put("Image", image(details, image));
        cards.put("Limits and policy", limits(details));
        return new InspectFacts(cards, environment(details, image), details.labels());
    }

    private static List<Fact> container(ContainerDetails details, Instant now) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("ID", details.shortId(), true, details.id()));
        details.created().ifPresent(time -> facts.add(Fact.words("Created", Times.near(time, now))));
        details.condition()
                .startedAt()
                .ifPresent(time ->
                        facts.add(Fact.words("Started", Times.near(time, now) + restarts(details.restartCount()))));
        facts.add(words("Command", details.config().cmd()));
        facts.add(words("Entrypoint", details.config().entrypoint()));
        String folder = details.config().workingDir();
        facts.add(Fact.mono("Working folder", folder.isEmpty() ? "/" : folder));
        String user = details.config().user();
        facts.add(user.isEmpty() ? Fact.words("User", "root (from image)") : Fact.words("User", user));
        return facts;
    }

    private static Fact words(String name, Optional<List<String>> command) {
        List<String> words = command.orElse(List.of());
        return words.isEmpty()
                ? Fact.words(name, "None")
                : new Fact(name, command(words), true, ShellQuote.words(words));
    }

    private static String restarts(int count) {
        return switch (count) {
            case 0 -> ", never restarted";
            case 1 -> ", restarted once";
            default -> ", restarted " + count + " times";
        };
    }

    /// As a shell would take it, on one line: a script's line ends are shown, not made.
    public static String command(List<String> words) {
        if (words.isEmpty()) {
            return "None";
        }
        return String.join(
                " ",
                words.stream()
                        .map(word -> word.isEmpty() || word.chars().anyMatch(Character::isWhitespace)
                                ? "'" + word.replace("'", "'\\''") + "'"
                                : word)
                        .map(word -> word.replace("\n", "↵"))
                        .toList());
    }

    private static List<Fact> image(ContainerDetails details, Optional<ImageDetails> image) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Reference",
                ImageNames.bare(details.config().image()),
                true,
                details.config().image(),
                image.map(ImageDetails::id).orElse("")));
        facts.add(new Fact("ID", shortDigest(details.imageId()), true, details.imageId()));
        image.flatMap(found -> found.digests().stream().findFirst())
                .ifPresent(digest -> facts.add(
                        new Fact("Digest", shortDigest(digest.substring(digest.indexOf('@') + 1)), true, digest)));
        image.ifPresentOrElse(
                found -> facts.add(Fact.words("Platform", platform(found))),
                () -> facts.add(Fact.words("Platform", details.platform() + ", the image is not here any more")));
        return facts;
    }

    /// "linux/arm64/v8".
    public static String platform(ImageDetails image) {
        String variant = image.variant().isEmpty() ? "" : "/" + image.variant();
        return image.os() + "/" + image.architecture() + variant;
    }

    /// "sha256:" and all but the first digits are left out.
    public static String shortDigest(String digest) {
        int start = digest.indexOf(':') + 1;
        return digest.length() > start + SHORT_ID ? digest.substring(0, start + SHORT_ID) + "…" : digest;
    }

    private static List<Fact> limits(ContainerDetails details) {
        Resources resources = details.hostConfig().resources();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.words("CPU", cpu(resources)));
        facts.add(Fact.words("Memory", memory(resources)));
        resources.pidsLimit().stream()
                .filter(most -> most > 0)
                .forEach(most -> facts.add(Fact.words("Processes", "At most " + most)));
        facts.add(Fact.words("Restart", restart(details.hostConfig().restartPolicy())));
        facts.add(Fact.words("Health", health(details)));
        facts.add(Fact.words("Log driver", logs(details.hostConfig().logConfig())));
        if (details.hostConfig().security().privileged()) {
            facts.add(Fact.words("Privileged", "Yes, it may do everything on the engine’s machine"));
        }
        return facts;
    }

    static String cpu(Resources resources) {
        double cores = resources.nanoCpus() / 1e9;
        if (cores == 0 && resources.cpuQuota() > 0) {
            cores = resources.cpuQuota() / (double) (resources.cpuPeriod() > 0 ? resources.cpuPeriod() : 100_000);
        }
        String limit = cores == 0 ? "No limit" : number(cores) + (cores == 1 ? " core" : " cores");
        return resources.cpusetCpus().isEmpty() ? limit : limit + ", on cores " + resources.cpusetCpus();
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    static String memory(Resources resources) {
        long memory = resources.memory();
        if (memory == 0) {
            return "No limit";
        }
        long swap = resources.memorySwap() - memory;
        if (resources.memorySwap() == -1) {
            return Sizes.of(memory) + ", any swap";
        }
        return swap <= 0 ? Sizes.of(memory) + ", no swap" : Sizes.of(memory) + " and " + Sizes.of(swap) + " swap";
    }

    private static String restart(RestartPolicy policy) {
        return switch (policy.name()) {
            case "always" -> "Always";
            case "unless-stopped" -> "Unless stopped";
            case "on-failure" ->
                policy.maximumRetryCount() > 0
                        ? "On failure, " + policy.maximumRetryCount() + " times at most"
                        : "On failure";
            default -> "Never";
        };
    }

    private static String health(ContainerDetails details) {
        Optional<Health> health = details.condition().health();
        if (health.isEmpty()) {
            return "No health check";
        }
        String word = switch (health.get().status()) {
            case HEALTHY -> "Healthy";
            case UNHEALTHY -> "Unhealthy, " + health.get().failingStreak() + " checks failed";
            case STARTING -> "Starting";
            default -> "No health check";
        };
        List<HealthProbe> probes = health.get().log();
        return probes.isEmpty()
                ? word
                : probes.getLast()
                        .end()
                        .map(end -> word + ", checked at " + Times.clock(end))
                        .orElse(word);
    }

    private static String logs(LogConfig logs) {
        if (logs.config().isEmpty()) {
            return logs.type();
        }
        List<String> options = new ArrayList<>();
        logs.config().forEach((name, value) -> options.add(name + " " + value));
        return logs.type() + ", " + String.join(", ", options);
    }

    private static List<Variable> environment(ContainerDetails details, Optional<ImageDetails> image) {
        boolean compose = details.labels().containsKey("com.docker.compose.project");
        List<Variable> own = new ArrayList<>();
        List<Variable> inherited = new ArrayList<>();
        for (String entry : details.config().env()) {
            int equals = entry.indexOf('=');
            String name = equals < 0 ? entry : entry.substring(0, equals);
            String value = equals < 0 ? "" : entry.substring(equals + 1);
            boolean same = image.isPresent() && image.get().config().env().contains(entry);
            Variable.Origin from = same
                    ? Variable.Origin.IMAGE
                    : image.isEmpty()
                            ? Variable.Origin.UNKNOWN
                            : compose ? Variable.Origin.COMPOSE : Variable.Origin.CONTAINER;
            (same ? inherited : own).add(new Variable(name, value, from));
        }
        own.addAll(inherited);
        return own;
    }
}
