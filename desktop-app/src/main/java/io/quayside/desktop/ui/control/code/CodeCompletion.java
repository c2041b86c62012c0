package io.quayside.desktop.ui.control.code;

import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/// A list of what may stand at the caret: opened by Ctrl+Space and by letters that are typed, gone through by the arrow
/// keys, taken by Enter or
/// Tab, closed by Esc. FX thread.
public final class CodeCompletion {
    private static final int MOST = 200;
    private static final int ROWS = 8;
    private static final double ROW = 24;
    private static final double EDGES = 10;
    private static final double WIDTH = 420;

    private final CodeArea area;
    private final Source source;
    private final Popup popup = new Popup();
    private final ListView<Offer> list = new ListView<>();
    private int asked;
    private boolean wanted;

    /// Something that may stand at the caret.
    ///
    /// @param from where the word begins that it takes the place of
    /// @param shown in the list
    /// @param text what is put in
    /// @param about a sentence, or empty
    public record Offer(int from, String shown, String text, String about) {}

    /// Knows what may stand at the caret.
    @FunctionalInterface
    public interface Source {
        /// Hands it to `then` on the FX thread, at once or later, unless it is asked again before.
        void at(String text, int caret, Consumer<List<Offer>> then);
    }

    CodeCompletion(CodeArea area, Source source) {
        this.area = area;
        this.source = source;
        list.setId("code-offers");
        list.getStyleClass().addAll(StyleClasses.POPOVER, "code-offers");
        list.setFixedCellSize(ROW);
        list.setPrefWidth(WIDTH);
        list.setFocusTraversable(false);
        list.setAccessibleText("What may stand here");
        list.setCellFactory(ignored -> new OfferCell());
        list.setOnMouseClicked(event -> take());
        popup.getContent().setAll(list);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        area.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        area.caretPositionProperty().addListener((at, before, now) -> moved());
        area.focusedProperty().addListener((at, before, now) -> {
            if (!now) {
                close();
            }
        });
    }

    /// What is offered now, in order; empty while the list is closed.
    public List<Offer> offers() {
        return popup.isShowing() ? List.copyOf(list.getItems()) : List.of();
    }

    private void pressed(KeyEvent event) {
        if (!area.isEditable()) {
            return;
        }
        if (event.getCode() == KeyCode.SPACE && event.isControlDown()) {
            wanted = true;
            ask();
            event.consume();
        } else if (popup.isShowing()) {
            switch (event.getCode()) {
                case UP -> move(-1, event);
                case DOWN -> move(1, event);
                case PAGE_UP -> move(1 - ROWS, event);
                case PAGE_DOWN -> move(ROWS - 1, event);
                case ENTER, TAB -> {
                    take();
                    event.consume();
                }
                case ESCAPE -> {
                    close();
                    event.consume();
                }
                default -> {}
            }
        }
    }

    private void move(int rows, KeyEvent event) {
        int at = Math.clamp(
                (long) list.getSelectionModel().getSelectedIndex() + rows,
                0,
                list.getItems().size() - 1);
        list.getSelectionModel().select(at);
        list.scrollTo(Math.max(0, at - ROWS / 2));
        event.consume();
    }

    /// A letter opens the list of itself; anything else only keeps it right.
    private void typed(KeyEvent event) {
        String letter = event.getCharacter();
        boolean ofWord = letter.length() == 1 && (Character.isLetterOrDigit(letter.charAt(0)) || letter.equals("_"));
        if (area.isEditable() && ofWord && !event.isControlDown() && !event.isMetaDown()) {
            wanted = true;
            ask();
        } else if (letter.length() == 1 && letter.charAt(0) >= ' ' && !event.isControlDown()) {
            close();
        }
    }

    private void moved() {
        if (wanted) {
            ask();
        }
    }

    private void ask() {
        int number = ++asked;
        source.at(area.getText(), area.getCaretPosition(), offers -> {
            if (number == asked && wanted) {
                show(offers);
            }
        });
    }

    private void show(List<Offer> offers) {
        if (offers.isEmpty() || !area.isFocused()) {
            close();
            return;
        }
        list.getItems().setAll(offers.subList(0, Math.min(MOST, offers.size())));
        list.getSelectionModel().select(0);
        list.scrollTo(0);
        list.setPrefHeight(Math.min(ROWS, list.getItems().size()) * ROW + EDGES);
        Bounds caret = area.getCaretBounds().orElseGet(() -> area.localToScreen(area.getBoundsInLocal()));
        if (caret != null && area.getScene() != null) {
            dress();
            popup.show(area, caret.getMinX(), caret.getMaxY());
        }
    }

    /// Another scene, which doesn't take over the look of the window by itself.
    private void dress() {
        list.getStylesheets().setAll(area.getScene().getStylesheets());
        list.getStylesheets()
                .add(Objects.requireNonNull(CodeField.class.getResource("code.css"))
                        .toExternalForm());
        popup.getScene().getRoot().setStyle(area.getScene().getRoot().getStyle());
        popup.getScene()
                .getRoot()
                .getStyleClass()
                .setAll(area.getScene().getRoot().getStyleClass());
    }

    private void take() {
        Offer offer = list.getSelectionModel().getSelectedItem();
        close();
        if (offer != null && offer.from() <= area.getCaretPosition()) {
            area.replaceText(offer.from(), area.getCaretPosition(), offer.text());
            area.requestFollowCaret();
        }
    }

    private void close() {
        wanted = false;
        asked++;
        popup.hide();
    }

    /// The word, and what it is.
    private static final class OfferCell extends ListCell<Offer> {
        private final Label word = new Label();
        private final Label about = new Label();
        private final HBox row = new HBox(12, word, about);

        OfferCell() {
            word.getStyleClass().add(StyleClasses.MONO);
            word.setMinWidth(Region.USE_PREF_SIZE);
            about.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
            about.setMinWidth(0);
            HBox.setHgrow(about, Priority.ALWAYS);
            row.setMaxWidth(WIDTH - 28);
        }

        @Override
        protected void updateItem(@Nullable Offer offer, boolean empty) {
            super.updateItem(offer, empty);
            setGraphic(offer == null || empty ? null : row);
            if (offer != null && !empty) {
                word.setText(offer.shown());
                about.setText(offer.about());
                setAccessibleText(offer.shown() + ", " + offer.about());
            }
        }
    }
}
