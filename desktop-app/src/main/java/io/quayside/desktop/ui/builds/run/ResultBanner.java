package io.quayside.desktop.ui.builds.run;

import io.quayside.desktop.builds.BuildRecord;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.dockerfile.Dockerfile;
import io.quayside.engine.dockerfile.Instruction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/// How a build ended, and what one can do now. FX thread.
final class ResultBanner extends StackPane {
    /// What the banner's buttons do.
    interface Acts {
        /// Opens the form for a container of the image.
        void run(String reference);

        /// Opens the Dockerfile, at a line if it is known.
        void edit(OptionalInt line);

        /// Opens a shell in what the step that failed began with.
        void terminal();

        /// Opens the panel that pushes an image.
        void push(String reference);
    }

    private static final int LONGEST = 80;

    private final Acts acts;

    ResultBanner(Acts acts) {
        this.acts = acts;
        setId("build-result");
        getStyleClass().add("build-result");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void show(
            BuildRecord build,
            Optional<FailureText> failure,
            Optional<Dockerfile> dockerfile,
            Optional<StepImage> begunWith,
            Instant now) {
        Optional<Node> shown = switch (build.outcome()) {
            case RUNNING -> Optional.empty();
            case BUILT -> Optional.of(built(build, now));
            case FAILED ->
                failure.map(
                        why -> new ProblemPane(ProblemPane.Form.BANNER, problem(build, why, dockerfile, begunWith)));
            case CANCELLED ->
                Optional.of(line(
                        StateGlyph.STOPPED,
                        "Build cancelled" + place(build, " at step ") + ". Finished steps are cached."));
            case LOST ->
                Optional.of(line(
                        StateGlyph.UNKNOWN, "Quayside ended before this build did. What became of it isn’t known."));
        };
        getChildren().setAll(shown.stream().toList());
        setVisible(shown.isPresent());
    }

    private static String place(BuildRecord build, String before) {
        return build.atStep().isPresent()
                ? before + build.atStep().getAsInt() + (build.total() > 0 ? " of " + build.total() : "")
                : "";
    }

    /// "Built view_count:latest in 7.4 s, 51.8 MB, 5 steps cached."
    static String builtWords(BuildRecord build, Instant now) {
        int cached = build.cached();
        return "Built " + SafeText.line(build.request().title()) + " in " + Times.took(build.took(now))
                + (build.imageSize().isPresent()
                        ? ", " + Sizes.of(build.imageSize().getAsLong())
                        : "")
                + (cached == 0 ? "" : cached == 1 ? ", 1 step cached" : ", " + cached + " steps cached") + ".";
    }

    private HBox built(BuildRecord build, Instant now) {
        HBox line = line(StateGlyph.DONE, builtWords(build, now));
        line.getStyleClass().add("done");
        build.request().tags().stream().findFirst().or(build::imageId).ifPresent(reference -> {
            ActionButton run = new ActionButton("Run", Icons.START, () -> acts.run(reference)).small();
            run.setId("build-run");
            run.setMinWidth(USE_PREF_SIZE);
            run.setAccessibleText("Run " + SafeText.line(reference));
            line.getChildren().add(run);
        });
        build.request().tags().stream().findFirst().ifPresent(reference -> {
            ActionButton push = new ActionButton("Push…", () -> acts.push(reference)).small();
            push.setId("build-push");
            push.setMinWidth(USE_PREF_SIZE);
            push.setAccessibleText("Push " + SafeText.line(reference));
            line.getChildren().add(push);
        });
        return line;
    }

    private static HBox line(StateGlyph glyph, String words) {
        Label label = new Label(words);
        label.getStyleClass().add(StyleClasses.MEDIUM);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox line = new HBox(10, glyph.node(), label);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("build-banner");
        return line;
    }

    /// The banner is no place for a long one: the step's output begins with all of it.
    private static String instruction(Instruction one) {
        return SafeText.output(one.keyword() + " " + one.rest(), LONGEST);
    }

    private Problem problem(
            BuildRecord build, FailureText why, Optional<Dockerfile> dockerfile, Optional<StepImage> begunWith) {
        String what = build.atStep().isPresent()
                ? "Step " + build.atStep().getAsInt() + " failed"
                : "The build of " + SafeText.line(build.request().title()) + " failed";
        String title = what + (why.cause().isEmpty() ? "." : ": " + why.cause() + ".");
        List<String> sentences = new ArrayList<>();
        build.line()
                .ifPresent(number -> sentences.add("Line " + number + " of the Dockerfile"
                        + dockerfile
                                .flatMap(file -> file.at(number))
                                .map(one -> ": " + instruction(one) + ".")
                                .orElse(".")));
        if (!why.line().isEmpty()) {
            sentences.add("It printed “" + why.line() + "”.");
        }
        Problem.Action edit = new Problem.Action(
                build.line().isPresent() ? "Edit line " + build.line().getAsInt() : "Edit Dockerfile",
                () -> acts.edit(build.line()));
        List<Problem.Action> actions = new ArrayList<>(List.of(edit));
        begunWith.ifPresent(
                image -> actions.add(new Problem.Action("Terminal at step " + image.number(), acts::terminal)));
        return new Problem(
                title,
                String.join(" ", sentences),
                actions,
                Optional.of(build.words()).filter(words -> !words.isBlank()),
                List.of("Builder: " + build.builder()),
                "build-failed",
                true);
    }
}
