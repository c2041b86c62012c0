package io.quayside.desktop.ui.containers.detail.terminal;

import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.SearchField;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.terminal.emulator.TextFinder;
import io.quayside.terminal.emulator.TextRange;
import io.quayside.terminal.fx.TerminalView;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// Finds text on a session's screen and in its scrollback. Hidden until asked for. FX thread.
final class FindBar extends HBox {
    private final TerminalView view;
    private final FxThread fx;
    private final SearchField field = new SearchField("Find in the scrollback", "").small();
    private final Label count = new Label();
    private List<TextRange> matches = List.of();
    private int current;
    private int asked;

    FindBar(TerminalView view, FxThread fx) {
        super(8);
        this.view = view;
        this.fx = fx;
        field.setId("terminal-find");
        field.setPrefWidth(264);
        field.textProperty().subscribe(text -> find(text));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        count.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        count.setId("terminal-find-count");
        getStyleClass().addAll(StyleClasses.BAR, "terminal-find");
        getChildren()
                .addAll(
                        field,
                        count,
                        new IconButton(Icons.UP, "Match above", () -> move(-1)),
                        new IconButton(Icons.DOWN, "Match below", () -> move(1)),
                        new IconButton(Icons.CLOSE, "Close search", this::close));
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void open() {
        setVisible(true);
        field.requestFocus();
        field.selectAll();
        find(field.getText());
    }

    void close() {
        setVisible(false);
        asked++;
        matches = List.of();
        view.showMatches(List.of(), Optional.empty());
        view.requestFocus();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            move(event.isShiftDown() ? 1 : -1);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    private void find(String text) {
        int mine = ++asked;
        Thread.ofVirtual().name("terminal-find").start(() -> {
            List<TextRange> found = view.session().reading(emulator -> TextFinder.find(emulator, text));
            fx.run(() -> {
                if (mine == asked) {
                    matches = found;
                    current = found.size() - 1;
                    show(text);
                }
            });
        });
    }

    /// The newest is at the bottom, so the search goes up from there.
    private void move(int by) {
        if (!matches.isEmpty()) {
            current = Math.floorMod(current + by, matches.size());
            show(field.getText());
        }
    }

    private void show(String text) {
        if (matches.isEmpty()) {
            count.setText(text.isEmpty() ? "" : "No match");
            view.showMatches(List.of(), Optional.empty());
        } else {
            count.setText((current + 1) + " of " + matches.size());
            view.showMatches(matches, Optional.of(matches.get(current)));
        }
    }
}
