package io.quayside.desktop.ui.shell.palette;

import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.Kbd;
import io.quayside.desktop.ui.shell.Announcer;
import io.quayside.desktop.ui.shell.key.KeyBindings;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The palette's field and list. The focus stays in the field; the list follows the keys.
public final class PaletteView extends VBox {
    private static final double WIDTH = 640;
    private static final double HIT = 40;
    private static final double HEADING = 28;
    private static final double LIST = 480;

    private final PaletteViewModel model;
    private final TextField field = new TextField();
    private final Label scope = new Label();
    private final ListView<PaletteRow> list = new ListView<>();
    /// What was announced last, so that a list made anew doesn't say it again.
    private String spoken = "";

    public PaletteView(PaletteViewModel model, KeyBindings keys, Announcer announcer) {
        this.model = model;
        setId("palette");
        getStyleClass().add(StyleClasses.PALETTE);
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        list.setItems(model.rows());
        list.setCellFactory(ignored -> new PaletteCell(keys));
        list.setFocusTraversable(false);
        list.setId("palette-list");
        list.setAccessibleText("Results");
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
        list.addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
        field.setId("palette-field");
        field.setPromptText("Search or run a command");
        field.setAccessibleText("Search or run a command");
        field.textProperty().bindBidirectional(model.textProperty());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model.scopeProperty().subscribe(now -> scope.setText(now.title()));
        model.rows().addListener((ListChangeListener<PaletteRow>) change -> resize());
        model.selectedProperty().subscribe(ignored -> followSelection(announcer));
        getChildren().addAll(head(), list, foot());
        resize();
    }

    private Node head() {
        HBox.setHgrow(field, Priority.ALWAYS);
        scope.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        scope.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(12, Icons.SEARCH.node(), field, new HBox(6, scope, new Kbd("Tab")));
        ((HBox) head.getChildren().getLast()).setAlignment(Pos.CENTER_RIGHT);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("palette-head");
        return head;
    }

    private static Node foot() {
        Gap gap = new Gap();
        HBox foot = new HBox(
                16,
                hint("Move", "↑", "↓"),
                hint("Run", "↵"),
                hint("More actions", "→"),
                gap,
                prefix(PaletteScope.COMMANDS),
                prefix(PaletteScope.PORTS),
                prefix(PaletteScope.SETTINGS));
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("palette-foot");
        return foot;
    }

    private static Node hint(String text, String... keys) {
        HBox hint = new HBox(4);
        for (String key : keys) {
            hint.getChildren().add(new Kbd(key));
        }
        hint.getChildren().add(muted(text));
        hint.setAlignment(Pos.CENTER_LEFT);
        return hint;
    }

    private static Node prefix(PaletteScope scope) {
        Label sign = new Label(scope.prefix());
        sign.getStyleClass().add(StyleClasses.MONO_CAPTION);
        HBox hint = new HBox(4, sign, muted(scope.title().toLowerCase(java.util.Locale.ROOT)));
        hint.setAlignment(Pos.CENTER_LEFT);
        return hint;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        return label;
    }

    /// Opens with this text, to be gone on with.
    public void open(String query) {
        spoken = "";
        model.open(query);
        field.requestFocus();
        field.end();
    }

    private void resize() {
        double height = 0;
        for (PaletteRow row : model.rows()) {
            height += row.isSelectable() ? HIT : HEADING;
        }
        double scale = scale();
        list.setPrefHeight(Math.min(LIST, height) * scale + 12);
        list.setMinHeight(0);
        list.setVisible(!model.rows().isEmpty());
        list.setManaged(!model.rows().isEmpty());
    }

    /// Rows are measured in em, so they grow with the text size.
    private double scale() {
        return field.getFont().getSize() / (13 * 1.1538);
    }

    private void followSelection(Announcer announcer) {
        int at = model.selectedProperty().get();
        if (at < 0) {
            list.getSelectionModel().clearSelection();
            return;
        }
        list.getSelectionModel().clearAndSelect(at);
        reveal(at == 1 ? 0 : at);
        String words = model.selectedRow().map(PaletteCell::spoken).orElse("");
        if (!words.equals(spoken)) {
            spoken = words;
            announcer.announce(words);
        }
    }

    /// Moves the list no further than needed; the list's own scrolling would put the row at the top each time.
    private void reveal(int at) {
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.scrollTo(at);
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case ENTER -> model.run();
            case TAB -> model.cycleScope(event.isShiftDown() ? -1 : 1);
            case RIGHT -> {
                boolean atEnd = field.getCaretPosition() == field.getLength()
                        && field.getSelection().getLength() == 0;
                if (event.isShiftDown() || event.isShortcutDown() || !atEnd || !model.showActions()) {
                    return;
                }
            }
            case LEFT, ESCAPE -> {
                boolean back = event.getCode() == KeyCode.ESCAPE || !event.isShiftDown();
                if (!back || !model.leaveActions()) {
                    return;
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void clicked(MouseEvent event) {
        Node node = event.getPickResult().getIntersectedNode();
        while (node != null && !(node instanceof PaletteCell)) {
            node = node.getParent();
        }
        if (node instanceof PaletteCell cell && !cell.isEmpty()) {
            model.select(cell.getIndex());
            if (cell.getItem().isSelectable()) {
                model.run();
            }
        }
        event.consume();
    }
}
