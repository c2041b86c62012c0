package io.quayside.desktop.ui.shell.status;

import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.ui.theme.StateGlyph;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// The engine's state as the status bar says it.
///
/// @param glyph its sign
/// @param word its state: "Engine running"
/// @param version behind the word, or nothing
/// @param note in place of the figures while there are none: "Last seen 14:32:17, 2 min ago"
/// @param hasFigures whether the figures of the engine are current
/// @param ages whether the note goes on ageing
public record EngineLine(StateGlyph glyph, String word, String version, String note, boolean hasFigures, boolean ages) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    static EngineLine of(EngineStatus status, Instant now, ZoneId zone) {
        return switch (status) {
            case EngineStatus.NoEngine _ -> still(StateGlyph.UNKNOWN, "No engine", "Choose one to begin");
            case EngineStatus.Connecting _ -> still(StateGlyph.STARTING, "Connecting", "");
            case EngineStatus.Starting starting ->
                still(StateGlyph.STARTING, "Engine starting", step(starting.steps()));
            case EngineStatus.Connected connected ->
                new EngineLine(StateGlyph.RUNNING, "Engine running", upstream(connected.version()), "", true, false);
            case EngineStatus.Disconnected lost ->
                new EngineLine(
                        StateGlyph.FAILED,
                        lost.lastSeen().isPresent() ? "Engine stopped" : "Not reachable",
                        "",
                        lastSeen(lost.lastSeen(), now, zone),
                        false,
                        lost.lastSeen().isPresent());
            case EngineStatus.Stopping _ -> still(StateGlyph.STARTING, "Engine stopping", "");
            case EngineStatus.Stopped stopped ->
                new EngineLine(
                        StateGlyph.STOPPED,
                        "Engine stopped",
                        "",
                        at("Stopped", stopped.since(), now, zone),
                        false,
                        true);
        };
    }

    private static EngineLine still(StateGlyph glyph, String word, String note) {
        return new EngineLine(glyph, word, "", note, false, false);
    }

    private static String step(List<EngineStatus.Step> steps) {
        return steps.isEmpty() ? "" : steps.getLast().name();
    }

    // Distributions add their own mark, as in "20.10.24+dfsg1"; the page Engine shows it whole.
    private static String upstream(String version) {
        int mark = version.indexOf('+');
        return mark > 0 ? version.substring(0, mark) : version;
    }

    private static String lastSeen(Optional<Instant> seen, Instant now, ZoneId zone) {
        return seen.map(time -> at("Last seen", time, now, zone)).orElse("Not reached yet");
    }

    private static String at(String what, Instant time, Instant now, ZoneId zone) {
        return what + " " + TIME.format(time.atZone(zone)) + ", " + Amounts.ago(Duration.between(time, now));
    }

    /// The whole line for a screen reader.
    String sentence() {
        StringBuilder text = new StringBuilder(word);
        if (!version.isEmpty()) {
            text.append(", version ").append(version);
        }
        if (!note.isEmpty()) {
            text.append(". ").append(note);
        }
        return text.toString();
    }
}
