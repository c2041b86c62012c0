package io.quayside.desktop.problem;

import java.util.List;
import java.util.Optional;

/// A failure as the window shows it.
///
/// @param title what happened, with the object's name: "postgres-dev couldn't start: port 5432 is already in use."
/// @param why one sentence of measured facts, or empty
/// @param actions buttons that do what is to be done, the first one primary
/// @param engineMessage the engine's own words, verbatim
/// @param details request, status and time, one "name: value" each
/// @param code short and stable for the same fault, from the causal chain
/// @param expected whether this can happen in normal use and is no fault of Quayside's
/// @param cause what the engine's words prove, for whoever can do something about it
public record Problem(
        String title,
        String why,
        List<Action> actions,
        Optional<String> engineMessage,
        List<String> details,
        String code,
        boolean expected,
        Optional<EngineCause> cause) {

    /// A button under a problem; the label ends in "…" only when more input follows. Runs on the FX thread.
    public record Action(String label, Runnable run) {}

    /// A problem whose cause only the words say.
    public Problem(
            String title,
            String why,
            List<Action> actions,
            Optional<String> engineMessage,
            List<String> details,
            String code,
            boolean expected) {
        this(title, why, actions, engineMessage, details, code, expected, Optional.empty());
    }

    public Problem {
        actions = List.copyOf(actions);
        details = List.copyOf(details);
    }

    /// The same problem with these buttons.
    public Problem withActions(List<Action> newActions) {
        return new Problem(title, why, newActions, engineMessage, details, code, expected, cause);
    }

    /// The same problem in other words, of somebody who knows more about it.
    public Problem withWords(String newTitle, String newWhy) {
        return new Problem(newTitle, newWhy, actions, engineMessage, details, code, expected, cause);
    }

    /// Everything as text for the clipboard.
    public String asText() {
        StringBuilder text = new StringBuilder(title).append('\n');
        if (!why.isEmpty()) {
            text.append(why).append('\n');
        }
        engineMessage.ifPresent(message -> text.append(message).append('\n'));
        details.forEach(detail -> text.append(detail).append('\n'));
        return text.append("Code: ").append(code).append('\n').toString();
    }
}
