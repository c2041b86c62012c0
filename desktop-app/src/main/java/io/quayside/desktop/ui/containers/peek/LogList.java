package io.quayside.desktop.ui.containers.peek;

import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// The last lines of output. Scrolling up stops following; lines can be selected and copied. It keeps a bounded number
/// of lines.
final class LogList extends StackPane {
    static final int MOST = 3000;

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass WARN = PseudoClass.getPseudoClass("warn");
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final int COLOURS = 6;

    private final ObservableList<LogLine> lines = FXCollections.observableArrayList();
    private final ListView<LogLine> list = new ListView<>(lines);
    private final Button follow = new Button("Follow");
    private final Label empty = new Label("No output yet.");
    private final Map<String, Integer> colours = new HashMap<>();
    private boolean several;
    private boolean following = true;

    LogList() {
        getStyleClass().add("peek-log");
        list.setId("peek-log");
        list.setFixedCellSize(20);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setAccessibleText("Output");
        list.setCellFactory(ignored -> new Cell());
        empty.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        list.setPlaceholder(empty);
        list.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.getDeltaY() > 0) {
                setFollowing(false);
            }
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        follow.getStyleClass().add(StyleClasses.SMALL);
        follow.setOnAction(event -> setFollowing(true));
        follow.setVisible(false);
        StackPane.setAlignment(follow, Pos.BOTTOM_RIGHT);
        follow.setTranslateX(-16);
        follow.setTranslateY(-8);
        getChildren().addAll(list, follow);
    }

    /// Empties the list for the output of other containers.
    ///
    /// @param sources their names, in the order of their colours
    void begin(List<String> sources, String emptyText) {
        lines.clear();
        colours.clear();
        sources.forEach(name -> colours.putIfAbsent(name, colours.size() % COLOURS + 1));
        several = sources.size() > 1;
        empty.setText(emptyText);
        setFollowing(true);
    }

    void add(List<LogLine> more) {
        if (more.isEmpty()) {
            return;
        }
        if (several && !lines.isEmpty() && isOlder(more.getFirst(), lines.getLast())) {
            List<LogLine> all = new ArrayList<>(lines);
            all.addAll(more);
            all.sort(Comparator.comparing(LogLine::order));
            lines.setAll(all.subList(Math.max(0, all.size() - MOST), all.size()));
        } else {
            List<LogLine> next = several
                    ? more.stream().sorted(Comparator.comparing(LogLine::order)).toList()
                    : more;
            int over = lines.size() + next.size() - MOST;
            if (over > 0) {
                lines.remove(0, Math.min(lines.size(), over));
            }
            lines.addAll(next);
        }
        if (following) {
            list.scrollTo(lines.size() - 1);
        }
    }

    List<LogLine> lines() {
        return List.copyOf(lines);
    }

    private static boolean isOlder(LogLine line, LogLine than) {
        return line.order().compareTo(than.order()) < 0;
    }

    private void pressed(KeyEvent event) {
        if (COPY.match(event)) {
            copy();
            event.consume();
        } else if (event.getCode() == KeyCode.END) {
            setFollowing(true);
        } else if (event.getCode() == KeyCode.UP
                || event.getCode() == KeyCode.PAGE_UP
                || event.getCode() == KeyCode.HOME) {
            setFollowing(false);
        }
    }

    private void copy() {
        String text = list.getSelectionModel().getSelectedItems().stream()
                .map(line -> several ? line.source() + "  " + line.text() : line.text())
                .collect(Collectors.joining("\n"));
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void setFollowing(boolean now) {
        following = now;
        follow.setVisible(!now);
        if (now && !lines.isEmpty()) {
            list.scrollTo(lines.size() - 1);
        }
    }

    private final class Cell extends ListCell<LogLine> {
        private final Text time = text("time");
        private final Text source = text("source");
        private final Text words = text("text-line");
        private final TextFlow flow = new TextFlow(time, words);

        Cell() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            flow.getStyleClass().add(StyleClasses.LOG);
        }

        @Override
        protected void updateItem(@Nullable LogLine line, boolean isEmpty) {
            super.updateItem(line, isEmpty);
            if (isEmpty || line == null) {
                pseudoClassStateChanged(ERROR, false);
                pseudoClassStateChanged(WARN, false);
                setGraphic(null);
                return;
            }
            pseudoClassStateChanged(ERROR, line.level() == LogLine.Level.ERROR);
            pseudoClassStateChanged(WARN, line.level() == LogLine.Level.WARN);
            setGraphic(flow);
            time.setText(line.time().isEmpty() ? "" : line.time() + "  ");
            source.setText(line.source() + "  ");
            if (several != flow.getChildren().contains(source)) {
                flow.getChildren().setAll(several ? List.of(time, source, words) : List.of(time, words));
            }
            source.getStyleClass().setAll("source-" + colours.getOrDefault(line.source(), 1));
            words.setText(line.text());
            words.getStyleClass().setAll(line.level() == LogLine.Level.NOTE ? "note" : "text-line");
        }

        private static Text text(String styleClass) {
            Text text = new Text();
            text.getStyleClass().setAll(styleClass);
            return text;
        }
    }
}
