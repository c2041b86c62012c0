package io.quayside.desktop.ui.engine;

import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StateGlyphView;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// State, versions and address at the left; machine, storage and service at the right; the steps while it starts.
final class EngineStateCard extends HBox {
    private static final double NARROW = 960;
    private static final double COLUMN_GAP = 24;
    private static final double LABELS = 108;
    private static final double SHORT_LABELS = 72;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final StateGlyphView glyph = StateGlyph.UNKNOWN.node();
    private final Label word = new Label();
    private final Label since = new Label();
    private final Label versions = new Label();
    private final Label address = new Label();
    private final VBox steps = new VBox(6);
    private final GridPane facts = grid();
    private final GridPane beside = grid();
    private final HBox columns = new HBox(COLUMN_GAP, facts, beside);
    private boolean narrow;
    private boolean connected;
    private Optional<Instant> machineSince = Optional.empty();

    private final Runnable changeResources;
    private Optional<Node> context = Optional.empty();
    private int besideRows;

    /// @param changeResources opens the settings of a machine's resources
    EngineStateCard(Runnable changeResources) {
        this.changeResources = changeResources;
        setId("engine-state");
        getStyleClass().add(StyleClasses.CARD);
        setSpacing(COLUMN_GAP);
        word.getStyleClass().add(StyleClasses.SECTION_TITLE);
        since.getStyleClass().add(StyleClasses.MUTED);
        versions.getStyleClass().add(StyleClasses.MUTED);
        address.getStyleClass().add(StyleClasses.MONO);
        Label socket = new Label("Socket");
        socket.getStyleClass().add(StyleClasses.MUTED);
        HBox state = new HBox(8, glyph, word, since);
        state.setAlignment(Pos.CENTER_LEFT);
        HBox where = new HBox(8, socket, address, new IconButton(Icons.COPY, "Copy the engine's address", this::copy));
        where.setAlignment(Pos.CENTER_LEFT);
        VBox left = new VBox(6, state, versions, where, steps);
        left.setMinWidth(320);
        address.setMinWidth(0);
        beside.getColumnConstraints().getFirst().setMinWidth(LABELS);
        facts.getColumnConstraints().getFirst().setMinWidth(SHORT_LABELS);
        HBox.setHgrow(facts, Priority.ALWAYS);
        HBox.setHgrow(columns, Priority.ALWAYS);
        getChildren().addAll(left, columns);
        widthProperty().subscribe(width -> arrange(width.doubleValue() < NARROW));
    }

    /// In a narrow window the two columns of facts stand one below the other.
    private void arrange(boolean wanted) {
        if (wanted == narrow) {
            return;
        }
        narrow = wanted;
        facts.getColumnConstraints().getFirst().setMinWidth(narrow ? LABELS : SHORT_LABELS);
        columns.getChildren().clear();
        VBox below = new VBox(6, facts, beside);
        HBox.setHgrow(below, Priority.ALWAYS);
        columns.getChildren().setAll(narrow ? List.of(below) : List.of(facts, beside));
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(6);
        grid.setMinWidth(0);
        ColumnConstraints label = new ColumnConstraints();
        label.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints value = new ColumnConstraints();
        value.setHgrow(Priority.ALWAYS);
        value.setMinWidth(0);
        grid.getColumnConstraints().setAll(label, value);
        return grid;
    }

    void showAddress(String text) {
        address.setText(text);
    }

    void showStatus(EngineStatus status) {
        glyph.setGlyph(glyph(status));
        word.setText(word(status));
        connected = status instanceof EngineStatus.Connected;
        since.setText(since(status)
                .map(at -> "since " + TIME.format(at.atZone(ZoneId.systemDefault())))
                .orElse(""));
        showMachineSince();
        steps.getChildren().clear();
        if (status instanceof EngineStatus.Starting starting) {
            starting.steps().forEach(step -> steps.getChildren().add(stepRow(step)));
        }
        say();
    }

    private void say() {
        setAccessibleText("Engine " + word.getText() + " " + since.getText());
    }

    /// "since 08:12", with the date when that was another day.
    private void showMachineSince() {
        if (connected) {
            since.setText(machineSince
                    .map(at -> "since " + Times.day(at, Instant.now()).replaceFirst("^today ", ""))
                    .orElse(""));
        }
    }

    void showFacts(Optional<EngineFacts> known) {
        versions.setText(known.map(EngineFacts::versions).orElse(""));
        machineSince = known.flatMap(EngineFacts::since);
        showMachineSince();
        say();
        fill(facts, known.map(EngineFacts::facts).orElse(List.of()));
        List<EngineFacts.Fact> second = known.map(EngineFacts::beside).orElse(List.of());
        fill(beside, second);
        besideRows = second.size();
        beside.setVisible(besideRows > 0);
        beside.setManaged(besideRows > 0);
        placeContext();
    }

    /// The docker command's context of the machine, if there is one to speak of.
    void showContext(Optional<Node> row) {
        context.ifPresent(old -> beside.getChildren().removeIf(node -> GridPane.getRowIndex(node) == besideRows));
        context = row;
        placeContext();
    }

    private void placeContext() {
        context.filter(row -> besideRows > 0).ifPresent(row -> {
            Label label = new Label("CLI context");
            label.getStyleClass().add(StyleClasses.MUTED);
            beside.addRow(besideRows, label, row);
        });
    }

    private void fill(GridPane grid, List<EngineFacts.Fact> rows) {
        grid.getChildren().clear();
        int row = 0;
        for (EngineFacts.Fact fact : rows) {
            Label label = new Label(fact.label());
            label.getStyleClass().add(StyleClasses.MUTED);
            label.setMinWidth(USE_PREF_SIZE);
            Label value = new Label(fact.value());
            value.setAccessibleText(fact.label() + ": " + fact.value());
            if (fact.changes()) {
                Hyperlink change = new Hyperlink("Change");
                change.setAccessibleText("Change the resources of the VM");
                change.setOnAction(ignored -> changeResources.run());
                HBox both = new HBox(8, value, change);
                both.setAlignment(Pos.CENTER_LEFT);
                grid.addRow(row++, label, both);
            } else {
                grid.addRow(row++, label, value);
            }
            if (!fact.tip().isEmpty()) {
                Tip.on(value, fact.tip());
            }
        }
    }

    private static HBox stepRow(EngineStatus.Step step) {
        StateGlyph sign = step.took().isPresent() ? StateGlyph.DONE : StateGlyph.STARTING;
        Label name = new Label(step.name());
        Label took = new Label(step.took().map(EngineStateCard::seconds).orElse(""));
        took.getStyleClass().add(StyleClasses.MUTED);
        HBox row = new HBox(8, sign.node(), name, took);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }

    private static StateGlyph glyph(EngineStatus status) {
        return switch (status) {
            case EngineStatus.Connected _ -> StateGlyph.RUNNING;
            case EngineStatus.Connecting _, EngineStatus.Starting _, EngineStatus.Stopping _ -> StateGlyph.STARTING;
            case EngineStatus.Stopped _ -> StateGlyph.STOPPED;
            case EngineStatus.Disconnected _ -> StateGlyph.FAILED;
            case EngineStatus.NoEngine _ -> StateGlyph.UNKNOWN;
        };
    }

    private static String word(EngineStatus status) {
        return switch (status) {
            case EngineStatus.Connected _ -> "Running";
            case EngineStatus.Connecting _ -> "Connecting";
            case EngineStatus.Starting _ -> "Starting";
            case EngineStatus.Stopping _ -> "Stopping";
            case EngineStatus.Stopped _ -> "Stopped";
            case EngineStatus.Disconnected _ -> "Not reachable";
            case EngineStatus.NoEngine _ -> "No engine chosen";
        };
    }

    private static Optional<Instant> since(EngineStatus status) {
        return switch (status) {
            case EngineStatus.Connecting connecting -> Optional.of(connecting.since());
            case EngineStatus.Starting starting -> Optional.of(starting.since());
            case EngineStatus.Stopping stopping -> Optional.of(stopping.since());
            case EngineStatus.Stopped stopped -> Optional.of(stopped.since());
            // When the connection was made says nothing of when the engine started.
            case EngineStatus.Connected _, EngineStatus.Disconnected _, EngineStatus.NoEngine _ -> Optional.empty();
        };
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(address.getText());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
