package io.quayside.engine.compose;

import io.quayside.engine.build.BuildEvent;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads how BuildKit tells a build in words, which older ones of Docker Compose know no other way to: `#6 [web 2/3]
/// RUN
/// make`, `#6 0.412 cc main.c`, `#6 DONE 1.2s`. For the thread that reads it.
final class PlainBuild {
    private static final Pattern LINE = Pattern.compile("#(\\d{1,6}) (.*)");
    private static final Pattern HEAD = Pattern.compile("\\[([^\\]]{1,256})] (.*)");
    private static final Pattern PLACE = Pattern.compile("(?:(.{1,256}?) +)?(\\d{1,6})/(\\d{1,6})");
    private static final Pattern OVER = Pattern.compile("(DONE|CACHED|CANCELED)(?: [\\d.]{1,12}s)?");
    private static final Pattern PRINTED = Pattern.compile("\\d{1,9}\\.\\d{1,9} ?(.*)");
    private static final String ERROR = "ERROR: ";

    private final Consumer<BuildEvent> events;
    private final Set<Integer> known = new HashSet<>();

    PlainBuild(Consumer<BuildEvent> events) {
        this.events = events;
    }

    /// Whether the line was one of a build.
    boolean accept(String text) {
        Matcher line = LINE.matcher(text);
        if (!line.matches()) {
            return false;
        }
        int step = Integer.parseInt(line.group(1));
        String words = line.group(2);
        Matcher head = HEAD.matcher(words);
        Matcher over = OVER.matcher(words);
        if (!known.contains(step)) {
            if (!head.matches()) {
                return false;
            }
            begin(step, head.group(1), head.group(2));
        } else if (over.matches()) {
            end(step, over.group(1));
        } else if (words.startsWith(ERROR)) {
            events.accept(new BuildEvent.StepEnded(step, Instant.now(), Optional.of(words.substring(ERROR.length()))));
        } else if (!words.equals("...") && !head.matches()) {
            Matcher printed = PRINTED.matcher(words);
            events.accept(new BuildEvent.Output(step, (printed.matches() ? printed.group(1) : words) + "\n"));
        }
        return true;
    }

    /// @param place `web 2/3`, `web builder 2/3` or `web internal`
    private void begin(int step, String place, String instruction) {
        known.add(step);
        Matcher where = PLACE.matcher(place);
        boolean counted = where.matches();
        String stage = counted ? Optional.ofNullable(where.group(1)).orElse("") : place;
        events.accept(new BuildEvent.StepAdded(
                step,
                stage,
                counted ? Integer.parseInt(where.group(2)) : 0,
                counted ? Integer.parseInt(where.group(3)) : 0,
                instruction,
                Set.of()));
        events.accept(new BuildEvent.StepStarted(step, Instant.now()));
    }

    private void end(int step, String how) {
        switch (how) {
            case "CACHED" -> events.accept(new BuildEvent.StepCached(step));
            case "DONE" -> events.accept(new BuildEvent.StepEnded(step, Instant.now(), Optional.empty()));
            default -> events.accept(new BuildEvent.StepEnded(step, Instant.now(), Optional.of("It was cancelled.")));
        }
    }
}
