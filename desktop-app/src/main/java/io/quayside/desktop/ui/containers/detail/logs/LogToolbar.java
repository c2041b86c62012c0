package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.SearchField;
import io.quayside.desktop.ui.control.Segments;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.control.ToolToggle;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.OptionalLong;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// Find, since, and how lines look.
final class LogToolbar extends HBox {
    private static final String SHORT = "Find";
    /// How wide the field is where the longest prompt stands whole, beside the key.
    private static final double WHOLE_PROMPT = 200;
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final LogsViewModel model;
    private final LogCanvas canvas;
    private final SearchField find = new SearchField("Find", "Mod+F").small();
    private String prompt = SHORT;
    private final Label count = new Label();
    private final HBox last = new HBox(8);
    private final Label total = new Label();

    LogToolbar(LogsViewModel model, LogCanvas canvas, LogSpan span, Runnable save) {
        this.model = model;
        this.canvas = canvas;
        getStyleClass().addAll(StyleClasses.BAR, "detail-bar");
        Label title = new Label("Last lines");
        title.getStyleClass().add(StyleClasses.STRONG);
        title.setMinWidth(USE_PREF_SIZE);
        total.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        total.setId("log-total");
        total.setMinWidth(0);
        last.getChildren().setAll(title, total);
        last.setAlignment(Pos.CENTER_LEFT);
        last.managedProperty().bind(last.visibleProperty());
        setLastLines(false);
        find.setId("log-find");
        find.setPrefWidth(240);
        find.setMinWidth(110);
        find.widthProperty().subscribe(ignored -> prompt());
        find.textProperty().bindBidirectional(model.find().queryProperty());
        find.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                step(event.isShiftDown() ? -1 : 1);
                event.consume();
            }
        });
        count.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        count.setId("log-count");
        count.setMinWidth(USE_PREF_SIZE);
        IconButton up = new IconButton(Icons.CHEVRON_UP, "Previous match", () -> step(-1));
        IconButton down = new IconButton(Icons.CHEVRON_DOWN, "Next match", () -> step(1));
        Segments<Boolean> form = new Segments<>(
                "Matches",
                List.of(new Segments.Option<>(false, "Highlight"), new Segments.Option<>(true, "Only matches")));
        form.setMinWidth(USE_PREF_SIZE);
        form.valueProperty()
                .subscribe(only -> model.find().onlyMatchesProperty().set(only));
        ToolToggle regex =
                new ToolToggle(".*", null, "Regular expression", model.find().regexProperty());
        model.find().faultProperty().subscribe(fault -> {
            find.pseudoClassStateChanged(ERROR, fault.isPresent());
            Tip.on(find, fault.orElse(""));
            counts();
        });
        Gap gap = new Gap();
        ToolToggle times = new ToolToggle("", Icons.CLOCK.node(Icons.SMALL), "Times", canvas.timesProperty());
        ToolToggle wrap = new ToolToggle("", Icons.ENTER.node(Icons.SMALL), "Wrap long lines", canvas.wrapProperty());
        IconButton saveAs = new IconButton(Icons.PULL, "Save as…", save);
        IconButton clear = new IconButton(Icons.DELETE, "Clear view", model::clear);
        clear.setHint("Clears this view only");
        for (IconButton button : List.of(saveAs, clear)) {
            button.getStyleClass().add("framed");
        }
        getChildren().addAll(last, find, count, up, down, form, regex, span.menu(), gap, times, wrap, saveAs, clear);
    }

    /// Whether these are the last lines of a container whose end is told above them.
    void setLastLines(boolean are) {
        last.setVisible(are);
    }

    /// Says how many lines there are.
    void total(String words) {
        total.setText(words);
    }

    /// Says in the field what is searched.
    void setPrompt(String prompt) {
        this.prompt = prompt;
        prompt();
    }

    /// One that doesn't fit is cut in the middle of a word; the short one says enough.
    private void prompt() {
        find.setPromptText(find.getWidth() < WHOLE_PROMPT ? SHORT : prompt);
    }

    void find() {
        find.requestFocus();
        find.selectAll();
    }

    /// Empties the search. Returns whether there was one.
    boolean clear() {
        boolean filled = !find.getText().isEmpty();
        find.clear();
        return filled;
    }

    /// Says how many matches there are, and which of them is the current one.
    void counts() {
        count.setText(model.matchWords());
    }

    private void step(int by) {
        OptionalLong near = model.rows() == 0
                ? OptionalLong.empty()
                : OptionalLong.of(model.lineOf(Math.min(canvas.firstRow(), model.rows() - 1)));
        near.stream().forEach(line -> model.step(by, line).ifPresent(canvas::reveal));
        counts();
    }
}
