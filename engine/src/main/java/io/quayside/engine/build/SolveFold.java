package io.quayside.engine.build;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes steps of what BuildKit tells. For the thread that reads it.
final class SolveFold {
    private static final Pattern NAME =
            Pattern.compile("(?s)\\[\\s*(?:(\\S+/\\S+)\\s+)?(?:(\\S+(?: \\S+)?)\\s+)?(\\d{1,6})/(\\d{1,6})\\] (.*)");
    private static final String CANCELLED = "context canceled";

    private final Consumer<BuildEvent> events;
    private final Map<String, Step> steps = new HashMap<>();
    private Optional<Failed> failed = Optional.empty();

    SolveFold(Consumer<BuildEvent> events) {
        this.events = events;
    }

    /// The step that failed, and not only because another one did.
    record Failed(BuildEvent.StepAdded step, String words) {}

    /// What is known of a step: what was told of it, and the beginning of a letter that its output broke off in.
    private static final class Step {
        final BuildEvent.StepAdded added;
        final CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        byte[] rest = {};
        boolean started;
        boolean ended;
        boolean failed;

        Step(BuildEvent.StepAdded added) {
            this.added = added;
        }

        String text(byte[] data) {
            ByteBuffer in = ByteBuffer.allocate(rest.length + data.length);
            in.put(rest).put(data).flip();
            CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
            decoder.decode(in, out, false);
            rest = new byte[in.remaining()];
            in.get(rest);
            return out.flip().toString();
        }
    }

    Optional<Failed> failed() {
        return failed;
    }

    void accept(SolveStatus status) {
        Map<String, SolveStatus.Vertex> batch = new LinkedHashMap<>();
        status.vertexes().forEach(vertex -> batch.putIfAbsent(vertex.digest(), vertex));
        status.vertexes().forEach(vertex -> change(vertex, add(vertex, batch, new HashSet<>())));
        for (SolveStatus.Status under : status.statuses()) {
            int step = number(under.vertex());
            events.accept(new BuildEvent.Fetching(step, under.id(), under.current(), under.total(), under.name()));
        }
        for (SolveStatus.Log log : status.logs()) {
            Step step = steps.get(log.vertex());
            String text = step == null ? new String(log.data(), StandardCharsets.UTF_8) : step.text(log.data());
            if (!text.isEmpty()) {
                events.accept(new BuildEvent.Output(number(log.vertex()), text));
            }
        }
        for (SolveStatus.Warning warning : status.warnings()) {
            events.accept(new BuildEvent.Output(number(warning.vertex()), "WARNING: " + warning.words() + "\n"));
        }
    }

    private int number(String digest) {
        Step step = steps.get(digest);
        return step == null ? 0 : step.added.step();
    }

    /// What a step takes is told before it.
    private Step add(SolveStatus.Vertex vertex, Map<String, SolveStatus.Vertex> batch, Set<String> under) {
        Step known = steps.get(vertex.digest());
        if (known != null) {
            return known;
        }
        under.add(vertex.digest());
        Set<Integer> after = new HashSet<>();
        for (String input : vertex.inputs()) {
            SolveStatus.Vertex beside = batch.get(input);
            if (beside != null && !under.contains(input)) {
                add(beside, batch, under);
            }
            Step before = steps.get(input);
            if (before != null) {
                after.add(before.added.step());
            }
        }
        Step step = new Step(added(steps.size() + 1, vertex.name(), after));
        steps.put(vertex.digest(), step);
        events.accept(step.added);
        return step;
    }

    private static BuildEvent.StepAdded added(int step, String name, Set<Integer> after) {
        Matcher m = NAME.matcher(name);
        if (!m.matches()) {
            return new BuildEvent.StepAdded(step, "", 0, 0, name, after);
        }
        String stage = m.group(2) == null ? "" : m.group(2);
        return new BuildEvent.StepAdded(
                step, stage, Integer.parseInt(m.group(3)), Integer.parseInt(m.group(4)), m.group(5), after);
    }

    /// A step may be told many times, and go on after it was over; it begins and ends once here.
    private void change(SolveStatus.Vertex vertex, Step step) {
        int number = step.added.step();
        if (vertex.started().isPresent() && !step.started) {
            step.started = true;
            events.accept(new BuildEvent.StepStarted(number, vertex.started().get()));
        }
        boolean fails = !vertex.error().isEmpty();
        if (vertex.completed().isEmpty() || (step.ended && (!fails || step.failed))) {
            return;
        }
        if (vertex.cached() && !step.ended) {
            events.accept(new BuildEvent.StepCached(number));
        }
        step.ended = true;
        step.failed = fails;
        Optional<String> words = fails ? Optional.of(vertex.error()) : Optional.empty();
        events.accept(new BuildEvent.StepEnded(number, vertex.completed().get(), words));
        if (fails && (failed.isEmpty() || failed.get().words().contains(CANCELLED))) {
            failed = Optional.of(new Failed(step.added, vertex.error()));
        }
    }
}
