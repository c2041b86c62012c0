package io.quayside.desktop.ui.compose.run;

import io.quayside.desktop.compose.RunItem;
import io.quayside.desktop.compose.RunStep;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.theme.StateGlyph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A row of the panel: a network, a volume, a service, or a step of one. All text is safe to show.
///
/// @param step whether it is a step of what stands above it
/// @param service whose output belongs to it, or empty
/// @param time "0.1 s", "Cached", "Already here"
/// @param share how much of it is done, negative while that isn't known
record RunRow(String text, StateGlyph glyph, boolean step, boolean quiet, String service, String time, double share) {
    private static final int LONGEST = 400;

    static List<RunRow> of(List<RunItem> items, Instant now) {
        List<RunRow> rows = new ArrayList<>();
        for (RunItem item : items) {
            String kind = switch (item.kind()) {
                case NETWORK -> "Network ";
                case VOLUME -> "Volume ";
                default -> "";
            };
            RunStep.State state = item.state();
            String word = item.steps().size() == 1 ? item.steps().getFirst().word() : "";
            rows.add(new RunRow(
                    kind + SafeText.line(item.name()),
                    glyph(state),
                    false,
                    state == RunStep.State.WAITING,
                    item.isService() ? item.name() : "",
                    word.isEmpty() ? item.took(now).map(Times::took).orElse("") : word,
                    share(item)));
            if (item.isService()) {
                item.steps().stream()
                        .filter(step -> !step.text().isEmpty())
                        .forEach(step -> rows.add(row(step, item.name(), now)));
            }
        }
        return rows;
    }

    private static RunRow row(RunStep step, String service, Instant now) {
        return new RunRow(
                SafeText.output(step.text().replace('\n', ' '), LONGEST),
                glyph(step.state()),
                true,
                step.state() == RunStep.State.WAITING,
                service,
                step.word().isEmpty() && step.state() != RunStep.State.WAITING
                        ? step.took(now).map(Times::took).orElse("")
                        : step.word(),
                -1);
    }

    /// Of a service that is at work: its steps done, and what is known of the one that isn't.
    private static double share(RunItem item) {
        if (!item.isService() || item.state() != RunStep.State.WORKING) {
            return -1;
        }
        double done = item.steps().stream()
                .mapToDouble(step -> step.isOver() ? 1 : Math.max(0, step.share()))
                .sum();
        return item.steps().size() < 2 && done == 0 ? -1 : done / item.steps().size();
    }

    private static StateGlyph glyph(RunStep.State state) {
        return switch (state) {
            case WAITING -> StateGlyph.UNKNOWN;
            case WORKING -> StateGlyph.STARTING;
            case DONE -> StateGlyph.DONE;
            case FAILED -> StateGlyph.FAILED;
            case STOPPED -> StateGlyph.STOPPED;
        };
    }

    /// As one sentence.
    String sentence() {
        String state = switch (glyph) {
            case STARTING -> ", at work";
            case FAILED -> ", failed";
            case STOPPED -> ", cancelled";
            case UNKNOWN -> ", waiting";
            default -> "";
        };
        return text + (time.isEmpty() ? "" : ", " + time.toLowerCase(Locale.ROOT)) + state;
    }
}
