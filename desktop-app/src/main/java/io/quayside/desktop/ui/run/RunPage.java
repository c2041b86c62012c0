package io.quayside.desktop.ui.run;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.OpenDialog;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.mounts.FolderQuestion;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Page;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.recreate.ContainerEdit;
import io.quayside.engine.recreate.Recreation;
import io.quayside.engine.run.RunSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Runs a container (`run/IMAGE`), or edits one that is there (`edit/ID`): the form, and beside it what it comes to.
public final class RunPage implements Page {
    private static final Location LIST = Location.of("containers");
    private static final String LIKE = "/";
    private static final double SIDE = 372;
    private static final double NARROW = 1000;
    private static final double NARROW_SIDE = 300;

    private final ContainersParts parts;
    private final ShellContext shell;
    private final boolean edits;
    private final RunViewModel model;
    private final FolderQuestion folders;
    private final RunForm form;
    private final VBox root = new VBox();
    private final RunHead head;
    private final StackPane problem = new StackPane();
    private final Label note = new Label();
    private final Label count = new Label();
    private final CheckBox openLogs = new CheckBox("Open logs when it starts");
    private final ActionButton createOnly = new ActionButton("Create only", () -> act(false));
    private final ActionButton applyLive = new ActionButton("Apply only the live changes", this::applyLive);
    private final ActionButton act = new ActionButton("Run", Icons.START, () -> act(true)).primary();
    private final RunProgress progress = new RunProgress();
    private final HBox footer;
    private final VBox side = new VBox(20);
    private String shown = "";
    private boolean sentStart = true;

    private RunPage(ContainersParts parts, ShellContext shell, boolean edits, OpenDialog open) {
        this.parts = parts;
        this.shell = shell;
        this.edits = edits;
        this.model = new RunViewModel(parts);
        this.folders = new FolderQuestion(parts, shell);
        this.form = new RunForm(model, open);
        this.head = new RunHead(
                edits, model, this::leave, id -> shell.navigator().go(Location.of("container", id)), form::load);
        this.footer = footer();
        build();
    }

    /// The form for a new container.
    public static RunPage run(ContainersParts parts, ShellContext shell) {
        return run(parts, shell, OpenDialog.system());
    }

    /// The same, with another dialog to choose files.
    public static RunPage run(ContainersParts parts, ShellContext shell, OpenDialog open) {
        return new RunPage(parts, shell, false, open);
    }

    /// The form for one that is there.
    public static RunPage edit(ContainersParts parts, ShellContext shell) {
        return new RunPage(parts, shell, true, OpenDialog.system());
    }

    /// Where the form for a new container like one that is there is. No image's name begins with a slash.
    public static Location like(String id) {
        return Location.of("run", LIKE + id);
    }

    /// What the page shows, for tests.
    public RunViewModel model() {
        return model;
    }

    private void build() {
        root.setId(edits ? "page-edit" : "page-run");
        root.getStyleClass().addAll(StyleClasses.PAGE, "run-page");
        root.getStylesheets()
                .add(Objects.requireNonNull(RunPage.class.getResource("run.css"))
                        .toExternalForm());
        problem.setPadding(new Insets(0, 16, 0, 16));
        note.getStyleClass().addAll(StyleClasses.META, StyleClasses.TEXT_WARNING);
        note.setWrapText(true);
        note.setPadding(new Insets(0, 16, 8, 16));
        note.setId("run-note");
        tell("");
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        side.getStyleClass().addAll(StyleClasses.PANEL, "run-side");
        side.setPadding(new Insets(12, 16, 16, 16));
        if (edits) {
            side.getChildren().add(new ChangesPanel(model, form::reload, this::copy, this::files));
            form.addToMore(new CommandPanel(model, this::copy, this::paste));
        } else {
            side.getChildren()
                    .addAll(new CommandPanel(model, this::copy, this::paste), new ChecksPanel(model, form::focus));
        }
        ScrollPane sideScroll = new ScrollPane(side);
        sideScroll.setFitToWidth(true);
        sideScroll.setFitToHeight(true);
        sideScroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.widthProperty().subscribe(width -> {
            double wide = width.doubleValue() < NARROW ? NARROW_SIDE : SIDE;
            sideScroll.setMinWidth(wide);
            sideScroll.setPrefWidth(wide);
        });
        HBox body = new HBox(scroll, sideScroll);
        VBox.setVgrow(body, Priority.ALWAYS);
        root.getChildren().addAll(head, problem, note, body, footer);
        model.problemProperty().subscribe(this::showProblem);
        model.faultsProperty().subscribe(faults -> update());
        model.imageProperty().subscribe(ignored -> update());
        model.editProperty().subscribe(ignored -> update());
        model.specProperty().subscribe(ignored -> update());
        model.tasks().busyProperty().subscribe(ignored -> update());
        model.tasks().complete(() -> {
            RunSpec sent = model.specProperty().get();
            return problem -> new RunFixes(parts, sent, new Sent()).with(problem);
        });
        model.tasks().runningProperty().subscribe(progress::show);
    }

    private HBox footer() {
        openLogs.setId("run-open-logs");
        openLogs.setSelected(parts.hasTab("logs"));
        openLogs.setVisible(parts.hasTab("logs"));
        openLogs.setManaged(parts.hasTab("logs"));
        Gap gap = new Gap();
        count.getStyleClass().addAll(StyleClasses.META, StyleClasses.TEXT_WARNING);
        count.setId("run-count");
        createOnly.setId("run-create-only");
        createOnly.setVisible(!edits);
        createOnly.setManaged(!edits);
        applyLive.setId("edit-apply-live");
        applyLive.managedProperty().bind(applyLive.visibleProperty());
        applyLive.setVisible(false);
        act.setId("run-act");
        act.setDefaultButton(false);
        HBox row = new HBox(
                openLogs, gap, progress, count, new ActionButton("Cancel", this::cancel), createOnly, applyLive, act);
        row.getStyleClass().add(StyleClasses.FOOTER);
        return row;
    }

    @Override
    public Region root() {
        return root;
    }

    /// The same address again shows the draft.
    @Override
    public void shown(Location location) {
        model.enter();
        String what = location.rest().isEmpty() ? "" : location.rest().getFirst();
        if (edits) {
            if (!what.equals(shown) || model.editProperty().get().isEmpty()) {
                model.edit(what, () -> {
                    form.load();
                    form.focusFirst();
                });
            }
        } else if ((!what.isEmpty() && !what.equals(shown))
                || model.specProperty().get().image().isEmpty()) {
            boolean like = what.startsWith(LIKE);
            model.begin(RunSpec.detached(like ? "" : what));
            head.begin();
            tell("");
            form.load();
            if (like) {
                head.startFrom(what.substring(LIKE.length()));
            }
        }
        shown = what;
        update();
    }

    @Override
    public void hidden() {
        model.leave();
    }

    @Override
    public void focusMain() {
        form.focusFirst();
    }

    @Override
    public boolean escape() {
        leave();
        return true;
    }

    @Override
    public List<Node> regions() {
        return List.of(head, form, side, footer);
    }

    @Override
    public boolean settled() {
        return !edits
                || model.editProperty().get().isPresent()
                || model.problemProperty().get().isPresent();
    }

    private void leave() {
        shell.navigator().go(LIST);
    }

    private void cancel() {
        model.begin(RunSpec.detached(""));
        shown = "";
        head.begin();
        form.load();
        leave();
    }

    private void update() {
        int wrong = model.faultsProperty().get().size();
        count.setText(
                wrong == 0 || model.specProperty().get().image().isEmpty()
                        ? ""
                        : wrong == 1
                                ? "1 thing to fix: "
                                        + form.name(model.faultsProperty().get().getFirst())
                                : wrong + " things to fix");
        count.setGraphic(count.getText().isEmpty() ? null : Icons.WARNING.node(Icons.SMALL));
        Optional<String> reason =
                model.tasks().busyProperty().get() ? Optional.of("It is being done") : Optional.<String>empty();
        if (edits) {
            updateEdit(reason);
        } else {
            act.setText(model.imageProperty().get() == RunViewModel.ImageState.MISSING ? "Pull and run" : "Run");
            act.setUnavailable(reason);
            createOnly.setUnavailable(reason);
        }
    }

    private void updateEdit(Optional<String> reason) {
        Optional<ContainerEdit> edit = model.editProperty().get();
        String name = edit.map(one -> SafeText.line(one.details().name())).orElse("");
        Optional<ContainerEdit.Change> change = model.change();
        boolean needsNew = change.filter(ContainerEdit.Change::needsNew).isPresent();
        act.setText(needsNew || change.filter(one -> !one.isNothing()).isEmpty() ? "Recreate " + name : "Apply");
        act.setGraphic((needsNew ? Icons.RESTART : Icons.CHECK).node(Icons.SMALL));
        long live = model.changes().stream().filter(model::isLive).count();
        applyLive.setVisible(needsNew && live > 0);
        applyLive.setText("Apply only the " + (live == 1 ? "live change" : live + " live changes"));
        applyLive.setUnavailable(reason);
        Optional<String> impossible = edit.filter(one -> needsNew && !Recreation.isPossible(one.details()))
                .map(one -> name + " is removed when it stops, so that it couldn't come back");
        Optional<String> nothing =
                change.filter(ContainerEdit.Change::isNothing).map(one -> "Nothing is changed");
        act.setUnavailable(reason.or(() -> impossible).or(() -> nothing));
    }

    /// With something to fix, the first field that is about it gets the focus instead.
    private void act(boolean start) {
        sentStart = start;
        if (!model.faultsProperty().get().isEmpty()) {
            form.focus(model.faultsProperty().get().getFirst());
            return;
        }
        RunSpec asked = model.specProperty().get();
        List<String> mounted =
                BindSource.of(asked).stream().map(BindSource::path).toList();
        folders.before(
                mounted,
                () -> {
                    // Meanwhile the form may have been changed.
                    if (asked.equals(model.specProperty().get())) {
                        send(start);
                    } else {
                        act(start);
                    }
                },
                model.tasks()::tell);
    }

    private void send(boolean start) {
        if (edits) {
            boolean opensLogs = openLogs.isSelected() && model.startsAnew();
            model.apply(id -> {
                opened(id);
                if (opensLogs) {
                    logs(id);
                }
            });
        } else {
            model.run(start, id -> {
                cancel();
                if (start && openLogs.isSelected()) {
                    logs(id);
                } else {
                    opened(id);
                }
            });
        }
    }

    private void applyLive() {
        if (model.faultsProperty().get().isEmpty()) {
            model.applyLive(form::reload);
        } else {
            form.focus(model.faultsProperty().get().getFirst());
        }
    }

    private void files(String id) {
        shell.navigator().go(Location.of("container", id, "files"));
    }

    private void logs(String id) {
        shell.navigator().go(Location.of("container", id, "logs"));
    }

    private void opened(String id) {
        shown = "";
        shell.navigator().go(Location.of("containers", id));
    }

    private void paste() {
        PastePanel panel = new PastePanel(
                model,
                unknown -> {
                    shell.modal().close();
                    form.load();
                    tell(
                            unknown.isEmpty()
                                    ? ""
                                    : "A shell would put something else for "
                                            + SafeText.line(String.join(", ", unknown)) + ". Here it stands as it is.");
                },
                () -> shell.modal().close());
        shell.modal().show(panel, () -> {});
        panel.focusText();
    }

    private void tell(String words) {
        note.setText(words);
        note.setVisible(!words.isEmpty());
        note.setManaged(!words.isEmpty());
    }

    private void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        shell.announcer().announce("Copied");
    }

    /// What buttons of problems do with the form.
    private final class Sent implements RunFixes.Form {
        @Override
        public void again() {
            model.dismissProblem();
            act(sentStart);
        }

        @Override
        public void change(UnaryOperator<RunSpec> change) {
            model.fix(new RunFault.Fix("", change));
            form.load();
            again();
        }

        @Override
        public void focus(RunFault about) {
            form.focus(about);
        }
    }

    private void showProblem(Optional<Problem> now) {
        problem.setVisible(now.isPresent());
        problem.setManaged(now.isPresent());
        problem.getChildren()
                .setAll(now.stream()
                        .map(one -> new ProblemPane(ProblemPane.Form.ROW, one).onDismiss(model::dismissProblem))
                        .toList());
    }
}
