package io.quayside.desktop.ui.builds.run;

import io.quayside.desktop.builds.BuildRecord;
import io.quayside.desktop.builds.BuildStep;
import io.quayside.desktop.builds.Builds;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.detail.logs.OutputFind;
import io.quayside.desktop.ui.containers.detail.logs.OutputPane;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.SaveDialog;
import io.quayside.desktop.ui.control.Segments;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.images.ImagesPage;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Page;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.logs.LogShelf;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One build, at work or over: `build-run/ID`.
public final class BuildRunPage implements Page {
    public static final String PAGE = "build-run";
    private static final Location LIST = Location.of("builds");
    private static final double STEPS = 452;
    private static final double NARROW = 1000;
    private static final double NARROW_STEPS = 340;

    private final ContainersParts parts;
    private final ShellContext shell;
    private final BuildRunViewModel model;
    private final VBox root = new VBox();
    private final RunHead head;
    private final BuildFacts facts = new BuildFacts();
    private final StepList steps;
    private final Label stepCount = new Label();
    private final Label platform = new Label();
    private final Label tag = new Label();
    private final ResultBanner banner;
    private final OutputPane output;
    private final Label outputTitle = new Label();
    private final Segments<Boolean> which = new Segments<>(
            "Output", List.of(new Segments.Option<>(false, "This step"), new Segments.Option<>(true, "All")));

    public BuildRunPage(ContainersParts parts, Builds builds, LogShelf shelf, ShellContext shell, SaveDialog save) {
        this.parts = parts;
        this.shell = shell;
        this.model = new BuildRunViewModel(
                parts, builds, shelf, id -> shell.navigator().go(Location.of("container", id, "terminal")));
        this.output = new OutputPane(parts, shell, save);
        this.steps = new StepList(model::select);
        this.banner = new ResultBanner(new Acts());
        this.head = new RunHead(this::leave, () -> edit(OptionalInt.empty()), this::again, model::cancel);
        arrange();
    }

    /// What the page shows, for tests.
    public BuildRunViewModel model() {
        return model;
    }

    private void arrange() {
        root.setId("page-build-run");
        root.getStyleClass().add(StyleClasses.PAGE);
        root.getStylesheets()
                .add(Objects.requireNonNull(BuildRunPage.class.getResource("build-run.css"))
                        .toExternalForm());
        VBox left = left();
        root.widthProperty().subscribe(width -> {
            double wide = width.doubleValue() < NARROW ? NARROW_STEPS : STEPS;
            left.setMinWidth(wide);
            left.setPrefWidth(wide);
            left.setMaxWidth(wide);
        });
        VBox right = new VBox(banner, outputBar(), output);
        right.setMinWidth(0);
        VBox.setVgrow(output, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox body = new HBox(left, right);
        VBox.setVgrow(body, Priority.ALWAYS);
        root.getChildren().setAll(head, facts, body);
        model.buildProperty().subscribe(ignored -> update());
        model.stepsProperty().subscribe(ignored -> showSteps());
        model.selectedProperty().subscribe(ignored -> showSteps());
        model.failureProperty().subscribe(ignored -> showResult());
        model.dockerfileProperty().subscribe(ignored -> showResult());
        model.stepImageProperty().subscribe(ignored -> showResult());
        model.tagProperty().subscribe(words -> {
            tag.setText(words);
            tag.setVisible(!words.isEmpty());
        });
        model.feedProperty().subscribe(this::showOutput);
        which.valueProperty().subscribe(all -> model.allProperty().set(all));
        model.allProperty().subscribe(all -> which.valueProperty().set(all));
    }

    private VBox left() {
        Label title = new Label("Steps");
        title.getStyleClass().add(StyleClasses.STRONG);
        stepCount.setId("build-step-count");
        stepCount.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        platform.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        HBox bar = new HBox(8, title, stepCount, new Gap(), platform);
        bar.getStyleClass().add("build-bar");
        tag.setId("build-tag");
        tag.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED, "build-note");
        tag.setWrapText(true);
        tag.setMinHeight(Region.USE_PREF_SIZE);
        tag.managedProperty().bind(tag.visibleProperty());
        tag.setVisible(false);
        VBox left = new VBox(bar, steps, tag);
        left.getStyleClass().add("build-left");
        VBox.setVgrow(steps, Priority.ALWAYS);
        return left;
    }

    private HBox outputBar() {
        outputTitle.setId("build-output-title");
        outputTitle.getStyleClass().add(StyleClasses.MEDIUM);
        outputTitle.setMinWidth(0);
        which.setId("build-output-which");
        HBox bar = new HBox(
                8,
                outputTitle,
                new Gap(),
                new OutputFind("build-run-find", output),
                which,
                new IconButton(Icons.COPY, "Copy the output", output::copy),
                new IconButton(Icons.PULL, "Save the output…", output::save));
        bar.getStyleClass().addAll("build-bar", "build-output-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown(Location location) {
        model.show(location.rest().stream().findFirst().orElse(""));
        update();
    }

    @Override
    public void hidden() {
        model.leave();
        output.leave();
    }

    @Override
    public void focusMain() {
        steps.requestFocus();
    }

    @Override
    public boolean escape() {
        leave();
        return true;
    }

    @Override
    public List<Node> regions() {
        return List.of(head, steps, output);
    }

    @Override
    public boolean settled() {
        return model.settled();
    }

    private void leave() {
        shell.navigator().go(LIST);
    }

    private void update() {
        Optional<BuildRecord> build = model.buildProperty().get();
        head.show(build, model.now());
        build.ifPresent(now -> {
            facts.show(now);
            long done = now.instructions().stream()
                    .filter(step -> step.state() == BuildStep.State.DONE || step.state() == BuildStep.State.CACHED)
                    .count();
            stepCount.setText(now.total() == 0 ? "" : done + " of " + now.total() + " done");
            platform.setText(SafeText.line(now.platform()));
        });
        showResult();
    }

    private void showResult() {
        model.buildProperty()
                .get()
                .ifPresent(build -> banner.show(
                        build,
                        model.failureProperty().get(),
                        model.dockerfileProperty().get(),
                        model.stepImageProperty().get(),
                        model.now()));
    }

    private void showSteps() {
        steps.show(model.stepsProperty().get(), model.selectedProperty().get());
    }

    private void showOutput(Optional<OutputFeed> feed) {
        feed.ifPresent(now -> {
            String whose = now.wanted() == OutputFeed.ALL ? "all steps" : "step " + number(now.wanted());
            outputTitle.setText("Output of " + whose);
            String title = model.buildProperty()
                    .get()
                    .map(build -> build.request().title())
                    .orElse("build");
            output.show(now.store(), SafeText.line(title).replaceAll("[^A-Za-z0-9._-]+", "-"), "Nothing was printed.");
        });
    }

    /// The number that the list has for a step.
    private String number(int id) {
        return model.stepsProperty().get().stream()
                .filter(step -> step.id() == id)
                .map(ShownStep::number)
                .filter(number -> !number.isEmpty())
                .findFirst()
                .orElse("#" + id);
    }

    private void again() {
        model.again().ifPresent(build -> shell.navigator().go(Location.of(PAGE, build.id())));
    }

    private void edit(OptionalInt line) {
        model.buildProperty().get().map(BuildRecord::request).ifPresent(request -> {
            DockerfilePanel panel = new DockerfilePanel(
                    parts,
                    request.folder().resolve(request.dockerfile()),
                    line,
                    () -> shell.modal().close());
            shell.modal().show(panel, () -> {});
        });
    }

    /// What the banner's buttons do.
    private final class Acts implements ResultBanner.Acts {
        @Override
        public void run(String reference) {
            shell.navigator().go(Location.of("run", reference));
        }

        @Override
        public void push(String reference) {
            shell.navigator().go(ImagesPage.pushing(reference));
        }

        @Override
        public void edit(OptionalInt line) {
            BuildRunPage.this.edit(line);
        }

        @Override
        public void terminal() {
            model.openTerminal();
        }
    }
}
