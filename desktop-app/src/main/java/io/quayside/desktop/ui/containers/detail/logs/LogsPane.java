package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.containers.detail.DetailContext;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.Kbd;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.control.SaveDialog;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Lines with what finds and saves them, above a footer: the same for one container and for several. FX thread.
final class LogsPane {
    private static final String STOPPED = "Stopped";

    private final LogsViewModel model;
    private final LogCanvas canvas;
    private final LogSpan span;
    private final LogToolbar toolbar;
    private final LogCopy copier;
    private final LogSaving saving;
    private final Label state = new Label();
    private final Label order = new Label();
    private final Label place = new Label();
    private final Label empty = new Label();
    private final ActionButton pill;
    private final StackPane problem = new StackPane();
    private final VBox root = new VBox();
    private @Nullable Icons sign;
    private long leftAt;

    LogsPane(DetailContext context, SaveDialog save) {
        this.model = new LogsViewModel(context.parts());
        this.canvas = new LogCanvas(model);
        this.copier = new LogCopy(context, model);
        this.saving = new LogSaving(context.parts(), save);
        this.span = new LogSpan(context.parts().clock(), model);
        this.toolbar = new LogToolbar(model, canvas, span, this::save);
        this.pill = new ActionButton("Follow", Icons.DOWN, canvas::follow).primary();
        build();
        model.versionProperty().subscribe(ignored -> canvas.refresh());
        model.noticeProperty().subscribe(ignored -> says());
        model.problemProperty().subscribe(this::showProblem);
        model.find().onlyMatchesProperty().subscribe((before, now) -> canvas.rowsChanged());
        model.onMoved(by -> {
            leftAt += by;
            canvas.moved(by);
        });
        canvas.onPainted(this::says);
        canvas.followingProperty().subscribe(following -> {
            leftAt = model.rows();
            says();
        });
    }

    private void build() {
        root.getStyleClass().add("logs-tab");
        canvas.setId("log-canvas");
        empty.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED, "log-empty");
        empty.setId("log-empty");
        empty.setWrapText(true);
        empty.setMouseTransparent(true);
        StackPane.setAlignment(empty, Pos.TOP_LEFT);
        pill.setId("log-follow");
        pill.getStyleClass().add("log-pill");
        pill.setContentDisplay(ContentDisplay.LEFT);
        pill.setFocusTraversable(false);
        StackPane.setAlignment(pill, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(pill, new Insets(0, 26, 12, 0));
        problem.setPadding(new Insets(12));
        problem.setMaxHeight(Region.USE_PREF_SIZE);
        StackPane.setAlignment(problem, Pos.TOP_CENTER);
        StackPane area = new StackPane(canvas, empty, pill, problem);
        VBox.setVgrow(area, Priority.ALWAYS);
        state.getStyleClass().add(StyleClasses.META);
        state.setId("log-state");
        place.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        place.setId("log-place");
        Gap gap = new Gap();
        HBox footer = new HBox(10, state, order, gap, place);
        order.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        order.setId("log-order");
        footer.getStyleClass().add("log-footer");
        root.getChildren().addAll(toolbar, span.bar(), area, footer);
    }

    private void says() {
        boolean following = canvas.followingProperty().get();
        long rows = model.rows();
        Optional<String> rest = model.rest();
        state.setText(stateText(following, rest, rows));
        sign(!following ? Icons.PAUSE : rest.isPresent() ? Icons.STOP : Icons.CHEVRON_DOWN);
        long fresh = Math.max(0, rows - leftAt);
        pill.setVisible(!following);
        String follow = rest.isPresent() ? "To the end" : "Follow";
        pill.setText(fresh == 0 ? follow : number(fresh) + (fresh == 1 ? " new line. " : " new lines. ") + follow);
        if (pill.getGraphic() instanceof HBox == false) {
            pill.setGraphic(new HBox(6, Icons.DOWN.node(Icons.SMALL), Kbd.of("End")));
        }
        place.setText(rows == 0 ? "" : place(rows));
        boolean nothing = rows == 0 && model.problemProperty().get().isEmpty();
        empty.setVisible(nothing);
        boolean filtered =
                model.find().onlyMatchesProperty().get() && model.matches().isPresent();
        String none = rest.filter(STOPPED::equals).isPresent() ? "No output." : "No output yet.";
        empty.setText(model.noticeProperty().get().orElse(filtered ? "No line matches." : none));
        toolbar.counts();
        toolbar.total(model.numbered() && model.total() > 0 ? number(model.total()) + " in all" : "");
    }

    /// Lines are painted many times a second, and a new node is work for the stylesheets each time.
    private void sign(Icons next) {
        if (next != sign) {
            sign = next;
            state.setGraphic(next.node(Icons.SMALL));
        }
    }

    private static String stateText(boolean following, Optional<String> rest, long rows) {
        if (rest.isEmpty()) {
            return following ? "Following" : "Not following, you scrolled up";
        }
        return rows == 0 ? rest.get() : rest.get() + (following ? ", end of the output" : ", you scrolled up");
    }

    private String place(long rows) {
        if (model.together()) {
            return "Line " + number(Math.min(rows, canvas.lastRow() + 1)) + " of " + number(rows);
        }
        String kept = model.content()
                .map(content -> Sizes.of(content.lines().bytes()) + " on disk")
                .orElse("");
        if (!model.numbered()) {
            return "Reading all of it, " + kept;
        }
        long first = model.lineOf(Math.min(canvas.firstRow(), rows - 1)) + 1;
        long last = model.lineOf(Math.clamp(canvas.lastRow(), 0, rows - 1)) + 1;
        return "Lines " + number(first) + " to " + number(last) + " of " + number(model.total()) + "    " + kept;
    }

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private void showProblem(Optional<Problem> shown) {
        problem.setVisible(shown.isPresent());
        problem.getChildren()
                .setAll(shown.stream()
                        .map(one -> new ProblemPane(
                                ProblemPane.Form.BANNER,
                                one.withActions(List.of(new Problem.Action("Try again", model::again)))))
                        .toList());
        says();
    }

    Region root() {
        return root;
    }

    LogsViewModel model() {
        return model;
    }

    LogToolbar toolbar() {
        return toolbar;
    }

    /// Says in the footer whose lines they are, and in which order.
    void setOrder(String words) {
        order.setText(words);
    }

    /// Shows this from now on, from its end.
    void show(LogContent content) {
        canvas.begin();
        span.begin();
        model.show(content);
    }

    /// Others of its lines are wanted: the line on top stays.
    void rowsChanged() {
        canvas.rowsChanged();
    }

    void focusMain() {
        canvas.requestFocus();
    }

    /// Copies what is selected. Returns whether anything is.
    boolean copy() {
        return canvas.selected()
                .map(range -> {
                    copier.copy(range);
                    return true;
                })
                .orElse(false);
    }

    private void save() {
        model.content()
                .ifPresent(content -> saving.save(
                        content.everything(), content.name(), root.getScene().getWindow()));
    }
}
