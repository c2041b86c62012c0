package io.quayside.engine.compose;

import io.quayside.engine.build.BuildxOutput;
import io.quayside.engine.internal.codec.Json;
import io.quayside.engine.internal.codec.JsonIn;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/// Reads what Docker Compose writes, as JSON or in words. For the thread that reads it.
final class ComposeOutput {
    /// ` Container view-db-1  Started`, and with quotes around some names.
    private static final Pattern LINE = Pattern.compile(
            "\\s?(?:DRY-RUN MODE - )?\\s(Network|Volume|Container|Image|Service) \"?([^\\s\"]{1,256})\"?\\s{1,8}(\\S.{0,200}?)\\s*");
    /// ` web Pulling`.
    private static final Pattern SERVICE =
            Pattern.compile("\\s?(?:DRY-RUN MODE - )?\\s(\\S{1,256}) (Pulling|Pulled|Building|Built)\\s*");
    private static final Pattern WARNING = Pattern.compile("time=\"[^\"]{0,64}\" level=warning msg=(\".*\")\\s*");
    private static final Pattern ERROR = Pattern.compile("time=\"[^\"]{0,64}\" level=(?:error|fatal) msg=(\".*\")\\s*");
    private static final Set<String> STANDS = Set.of("Working", "Done", "Error", "Warning");
    /// Words that end like those of something under way.
    private static final String RUNNING = "Running";
    private static final int WORDS_KEPT = 8192;

    private final Consumer<ComposeEvent> events;
    private final BuildxOutput builds;
    private final PlainBuild plain;
    private final StringBuilder words = new StringBuilder();
    private String error = "";

    ComposeOutput(Consumer<ComposeEvent> events) {
        this.events = events;
        this.builds = new BuildxOutput(event -> events.accept(new ComposeEvent.Built(event)));
        this.plain = new PlainBuild(event -> events.accept(new ComposeEvent.Built(event)));
    }

    void accept(String line) {
        if (!line.startsWith("{")) {
            say(line);
        } else if (line.startsWith("{\"vertexes\"")
                || line.startsWith("{\"statuses\"")
                || line.startsWith("{\"logs\"")
                || line.startsWith("{\"warnings\"")) {
            builds.accept(line);
        } else {
            fields(line).ifPresentOrElse(this::tell, () -> say(line));
        }
    }

    /// Why it failed, as far as it said.
    String error() {
        return error.isEmpty() ? words.toString().strip() : error;
    }

    private static Optional<Map<String, String>> fields(String line) {
        Map<String, String> fields = new HashMap<>();
        try (JsonIn in = Json.read(line)) {
            if (in.nextValue() && in.enterObject()) {
                while (in.nextField()) {
                    fields.put(in.name(), in.text());
                }
            }
            return Optional.of(fields);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private void tell(Map<String, String> fields) {
        if (fields.getOrDefault("error", "").equals("true")) {
            error = fields.getOrDefault("message", "");
            events.accept(new ComposeEvent.Output(error));
        } else if (fields.containsKey("msg")) {
            events.accept(new ComposeEvent.Warning(fields.getOrDefault("msg", "")));
        } else {
            progress(fields);
        }
    }

    private void progress(Map<String, String> fields) {
        String id = fields.getOrDefault("id", "");
        String text = fields.getOrDefault("text", "");
        String status = fields.getOrDefault("status", "");
        // Newer ones say how far it is, and what it is beside it.
        boolean stands = STANDS.contains(status) && !text.isEmpty();
        String word = stands || status.isEmpty() ? text : status;
        String parent = fields.getOrDefault("parent_id", "");
        if (!parent.isEmpty()) {
            events.accept(new ComposeEvent.Layer(
                    withoutKind(parent),
                    id,
                    word,
                    number(fields.getOrDefault("current", "")),
                    number(fields.getOrDefault("total", ""))));
            return;
        }
        ComposeEvent.Stand stand = !stands
                ? stand(word)
                : switch (status) {
                    case "Working" -> ComposeEvent.Stand.WORKING;
                    case "Error" -> ComposeEvent.Stand.FAILED;
                    default -> ComposeEvent.Stand.DONE;
                };
        String detail = fields.getOrDefault("details", stands || text.equals(word) ? "" : text);
        int blank = id.indexOf(' ');
        ComposeEvent.Kind kind = kind(blank < 0 ? "" : id.substring(0, blank));
        String name = kind == ComposeEvent.Kind.OTHER ? id : id.substring(blank + 1);
        changed(
                kind == ComposeEvent.Kind.OTHER && blank < 0 ? ComposeEvent.Kind.SERVICE : kind,
                name,
                word,
                stand,
                detail);
    }

    private void changed(ComposeEvent.Kind kind, String name, String word, ComposeEvent.Stand stand, String detail) {
        events.accept(new ComposeEvent.Changed(kind, name.replace("\"", ""), word, stand, detail));
    }

    private void say(String line) {
        Matcher m = LINE.matcher(line);
        if (m.matches()) {
            changed(kind(m.group(1)), m.group(2), m.group(3), stand(m.group(3)), "");
            return;
        }
        if (plain.accept(line)) {
            return;
        }
        m = SERVICE.matcher(line);
        if (m.matches()) {
            changed(ComposeEvent.Kind.SERVICE, m.group(1), m.group(2), stand(m.group(2)), "");
            return;
        }
        m = WARNING.matcher(line);
        if (m.matches()) {
            events.accept(new ComposeEvent.Warning(quoted(m.group(1))));
            return;
        }
        m = ERROR.matcher(line);
        if (m.matches()) {
            error = quoted(m.group(1));
        }
        words.append(line).append('\n');
        words.delete(0, Math.max(0, words.length() - WORDS_KEPT));
        events.accept(new ComposeEvent.Output(line));
    }

    /// A text as Go quotes it, which is as JSON does for what occurs here.
    private static String quoted(String text) {
        return fields("{\"msg\":" + text + "}")
                .map(fields -> fields.getOrDefault("msg", ""))
                .orElse(text);
    }

    private static String withoutKind(String id) {
        int blank = id.indexOf(' ');
        return blank < 0 || kind(id.substring(0, blank)) == ComposeEvent.Kind.OTHER ? id : id.substring(blank + 1);
    }

    private static ComposeEvent.Kind kind(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "network" -> ComposeEvent.Kind.NETWORK;
            case "volume" -> ComposeEvent.Kind.VOLUME;
            case "container" -> ComposeEvent.Kind.CONTAINER;
            case "image" -> ComposeEvent.Kind.IMAGE;
            case "service" -> ComposeEvent.Kind.SERVICE;
            default -> ComposeEvent.Kind.OTHER;
        };
    }

    private static ComposeEvent.Stand stand(String word) {
        if (word.startsWith("Error")) {
            return ComposeEvent.Stand.FAILED;
        }
        String first = word.contains(" ") ? word.substring(0, word.indexOf(' ')) : word;
        boolean working = (first.endsWith("ing") && !first.equals(RUNNING)) || first.equals("Recreate");
        return working ? ComposeEvent.Stand.WORKING : ComposeEvent.Stand.DONE;
    }

    private static long number(String text) {
        try {
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
