package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// From when on lines are shown: a menu, and a bar for a beginning and an end of one's own. FX thread.
final class LogSpan {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final String START = "Since: start";

    private final LogsViewModel model;
    private final ZoneId zone = ZoneId.systemDefault();
    private final Supplier<LocalDate> today;
    private final MenuButton menu = new MenuButton(START);
    private final TextField from = field("log-from", "From");
    private final TextField to = field("log-to", "To");
    private final HBox bar;

    LogSpan(InstantSource clock, LogsViewModel model) {
        this.model = model;
        this.today = () -> LocalDate.ofInstant(clock.instant(), zone);
        menu.getStyleClass().add(StyleClasses.SMALL);
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setId("log-since");
        MenuItem own = new MenuItem("From, to…");
        own.setOnAction(event -> ask());
        menu.getItems()
                .addAll(
                        choice("start", Optional::empty),
                        choice("5 min", () -> Optional.of(clock.instant().minus(Duration.ofMinutes(5)))),
                        choice("1 h", () -> Optional.of(clock.instant().minus(Duration.ofHours(1)))),
                        choice(
                                "today",
                                () -> Optional.of(today.get().atStartOfDay(zone).toInstant())),
                        own);
        Label between = new Label("to");
        between.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        Label hint = new Label("14:31, 2026-11-21 14:31:05, or a day");
        hint.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        bar = new HBox(
                from,
                between,
                to,
                new ActionButton("Show", this::apply).small(),
                new IconButton(Icons.CLOSE, Icons.SMALL, "Close", this::close),
                hint);
        bar.getStyleClass().addAll(StyleClasses.BAR, "detail-bar");
        bar.setId("log-span");
        bar.managedProperty().bind(bar.visibleProperty());
        bar.setVisible(false);
        bar.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof TextField) {
                apply();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    private static TextField field(String id, String name) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(name);
        field.setAccessibleText(name);
        field.setPrefColumnCount(13);
        field.getStyleClass().add(StyleClasses.SMALL);
        field.textProperty().subscribe(text -> fault(field, false));
        return field;
    }

    MenuButton menu() {
        return menu;
    }

    /// Stands below the toolbar while it is wanted.
    Region bar() {
        return bar;
    }

    /// Something else is shown, from its start on.
    void begin() {
        menu.setText(START);
        bar.setVisible(false);
        from.clear();
        to.clear();
    }

    private MenuItem choice(String name, Supplier<Optional<Instant>> time) {
        MenuItem item = new MenuItem(Character.toUpperCase(name.charAt(0)) + name.substring(1));
        item.setOnAction(event -> {
            menu.setText("Since: " + name);
            bar.setVisible(false);
            model.between(time.get(), Optional.empty());
        });
        return item;
    }

    private void ask() {
        bar.setVisible(true);
        from.requestFocus();
    }

    private void close() {
        bar.setVisible(false);
        menu.requestFocus();
    }

    private void apply() {
        Optional<TimeText> begin = time(from);
        Optional<TimeText> end = time(to);
        boolean backwards = begin.isPresent()
                && end.isPresent()
                && !end.get().end().isAfter(begin.get().begin());
        fault(from, begin.isEmpty() && !from.getText().isBlank());
        fault(to, (end.isEmpty() && !to.getText().isBlank()) || backwards);
        if (from.getPseudoClassStates().contains(ERROR)
                || to.getPseudoClassStates().contains(ERROR)) {
            return;
        }
        String words = from.getText().strip();
        menu.setText(
                begin.isEmpty() && end.isEmpty()
                        ? START
                        : words.isEmpty() ? "Until: " + to.getText().strip() : "Since: " + words);
        model.between(begin.map(TimeText::begin), end.map(TimeText::end));
    }

    private Optional<TimeText> time(TextField field) {
        return TimeText.parse(field.getText(), today.get(), zone);
    }

    private static void fault(TextField field, boolean wrong) {
        field.pseudoClassStateChanged(ERROR, wrong);
        Tip.on(field, wrong ? "A time such as 14:31 or 2026-11-21 14:31:05, the end after the beginning" : "");
    }
}
