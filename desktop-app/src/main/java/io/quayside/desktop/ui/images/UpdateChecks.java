package io.quayside.desktop.ui.images;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.registries.RegistryWords;
import io.quayside.desktop.ui.images.row.ImageLine;
import io.quayside.desktop.ui.images.transfer.RegistryFaults;
import io.quayside.desktop.updates.ImageUpdates;
import io.quayside.desktop.updates.UpdateReport;
import io.quayside.desktop.updates.UpdateTarget;
import io.quayside.engine.registry.RegistryException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Checks for updates that somebody asked for, and what kept registries from answering. FX thread.
final class UpdateChecks {
    private final ImageUpdates updates;
    private final Consumer<String> signIn;
    private final Consumer<Problem> tell;

    /// @param signIn opens the form to sign in to a registry
    /// @param tell shows what went wrong
    UpdateChecks(ImageUpdates updates, Consumer<String> signIn, Consumer<Problem> tell) {
        this.updates = updates;
        this.signIn = signIn;
        this.tell = tell;
    }

    /// Whether a registry can be asked about it.
    static boolean canCheck(ImageLine line) {
        return target(line).isPresent();
    }

    /// Asks about those that came from registries.
    void check(List<ImageLine> lines) {
        List<UpdateTarget> targets =
                lines.stream().flatMap(line -> target(line).stream()).toList();
        String what = lines.size() == 1
                ? lines.getFirst().title()
                : targets.size() == 1 ? "1 image" : targets.size() + " images";
        updates.check(targets, what, this::report);
    }

    private static Optional<UpdateTarget> target(ImageLine line) {
        return UpdateTarget.of(line.image(), line.name().reference());
    }

    private void report(UpdateReport report) {
        if (!report.failures().isEmpty()) {
            tell.accept(problem(report));
        }
    }

    private Problem problem(UpdateReport report) {
        int missed = report.failures().size();
        String title = missed == 1
                ? "1 image couldn’t be checked for updates."
                : missed + " images couldn’t be checked for updates.";
        Map<String, String> why = new LinkedHashMap<>();
        List<Problem.Action> actions = new java.util.ArrayList<>();
        report.failures().forEach((reference, failure) -> {
            String host = RegistryFaults.host(reference);
            why.putIfAbsent(failure.host() + failure.getClass(), RegistryWords.why(failure));
            boolean offered = actions.stream().anyMatch(action -> action.label().contains(host));
            if (failure instanceof RegistryException.Denied && !offered) {
                actions.add(new Problem.Action("Sign in to " + host + "…", () -> signIn.accept(host)));
            }
        });
        return new Problem(
                title, String.join(" ", why.values()), actions, Optional.empty(), List.of(), "update-check", true);
    }
}
