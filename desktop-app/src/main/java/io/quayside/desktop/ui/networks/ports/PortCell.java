package io.quayside.desktop.ui.networks.ports;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.containers.row.StatusText;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StateGlyphView;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One port, with its problem below it if it has one.
final class PortCell extends ListCell<PortEntry> {
    private static final PseudoClass WANTED = PseudoClass.getPseudoClass("wanted");

    private static final double SCROLL_BAR = 14;

    private final PortListener listener;
    private final Label port = new Label();
    private final StackPane icon = new StackPane();
    private final StateGlyphView state = StateGlyph.RUNNING.node();
    private final Node program = Icons.TERMINAL.node();
    private final Label holder = new Label();
    private final Label holderDetail = new Label();
    private final Label goesTo = new Label();
    private final Label addresses = new Label();
    private final Label reach = new Label();
    private final StateGlyphView checkGlyph = StateGlyph.DONE.node();
    private final Label check = new Label();
    private final Label checkDetail = new Label();
    private Runnable openNow = () -> {};
    private Runnable copyNow = () -> {};
    private Runnable moreNow = () -> {};
    private final IconButton open = new IconButton(Icons.OPEN, Icons.SMALL, "Open", () -> openNow.run());
    private final IconButton copy = new IconButton(Icons.COPY, Icons.SMALL, "Copy", () -> copyNow.run());
    private final IconButton more = new IconButton(Icons.MORE, Icons.SMALL, "More", () -> moreNow.run());
    private final HBox actions = new HBox(2, open, copy, more);
    private final HBox line;
    private final StackPane problem = new StackPane();
    private final VBox area;
    private @Nullable PortEntry painted;

    PortCell(PortListener listener) {
        this.listener = listener;
        getStyleClass().addAll("qs-row", "port-row");
        holder.getStyleClass().addAll(StyleClasses.MEDIUM, "name-link");
        holder.setMinWidth(0);
        for (Label second : List.of(holderDetail, checkDetail)) {
            second.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        }
        reach.getStyleClass().add(StyleClasses.META);
        goesTo.getStyleClass().add(StyleClasses.MONO_CAPTION);
        addresses.getStyleClass().add(StyleClasses.MONO_CAPTION);
        actions.getStyleClass().add(StyleClasses.CELL_ACTIONS);
        actions.addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        open.setFocusTraversable(false);
        copy.setFocusTraversable(false);
        more.setFocusTraversable(false);
        icon.setMinWidth(16);
        line = PortColumns.line(
                port,
                pair(icon, holder, holderDetail),
                goesTo,
                texts(addresses, reach),
                pair(checkGlyph, check, checkDetail),
                actions);
        line.getStyleClass().add("port-line");
        problem.setPadding(new Insets(6, 16, 8, 88));
        area = new VBox(line, problem);
        area.setMinWidth(0);
        setPrefWidth(0);
        holder.setOnMouseClicked(event -> {
            PortEntry entry = painted;
            if (entry != null && event.isStillSincePress()) {
                entry.claim().ifPresent(claim -> listener.show(claim.container().id()));
            }
        });
    }

    @Override
    protected void updateItem(@Nullable PortEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (entry == null || empty) {
            painted = null;
            setGraphic(null);
            return;
        }
        if (!Objects.equals(entry, painted)) {
            painted = entry;
            paint(entry);
        }
        setGraphic(area);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        PortEntry entry = getItem();
        if (attribute == AccessibleAttribute.TEXT && entry != null && !isEmpty()) {
            return entry.sentence();
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }

    private void paint(PortEntry entry) {
        boolean onlyWanted = entry.holders().isEmpty() && !entry.foreign();
        pseudoClassStateChanged(WANTED, onlyWanted);
        port.setText(
                entry.key().isTcp()
                        ? String.valueOf(entry.key().port())
                        : entry.key().toString());
        Optional<PortClaim> claim = entry.claim();
        claim.ifPresent(one ->
                state.setGlyph(StatusText.of(one.container(), Instant.now()).glyph()));
        icon.getChildren().setAll(claim.isPresent() ? state : program);
        holder.setText(entry.holder());
        Tip.on(holder, entry.holder());
        holderDetail.setText(entry.holderDetail());
        goesTo.setText(entry.goesTo());
        addresses.setText(String.join(", ", entry.addresses()));
        Tip.on(addresses, addresses.getText());
        reach.setText(entry.isOpen() ? "Anyone on your network" : "This computer only");
        reach.getStyleClass().removeAll(StyleClasses.TEXT_WARNING, StyleClasses.MUTED);
        reach.getStyleClass().add(entry.isOpen() ? StyleClasses.TEXT_WARNING : StyleClasses.MUTED);
        PortCheck shown = entry.shown();
        checkGlyph.setGlyph(shown.kind().glyph());
        check.setText(shown.words());
        checkDetail.setText(shown.detail());
        Tip.on(checkDetail, shown.detail());
        actions(entry);
        problem(entry);
    }

    private void actions(PortEntry entry) {
        open.setName("Open " + entry.address() + " in the browser");
        boolean opens = entry.web().isPresent();
        open.setVisible(opens);
        open.setManaged(opens);
        copy.setVisible(!opens);
        copy.setManaged(!opens);
        openNow = () -> entry.web().ifPresent(listener::browse);
        copy.setName("Copy " + entry.address());
        copyNow = () -> listener.copy(entry.address());
        more.setName("More actions for port " + entry.key());
        moreNow = () -> PortMenu.of(entry, listener).show(more, Side.BOTTOM, 0, 0);
    }

    /// As high as its words are in the width that there is: lists don't ask for that.
    @Override
    protected double computePrefHeight(double width) {
        double room = getListView() == null ? 0 : getListView().getWidth() - SCROLL_BAR;
        return problem.isVisible() && getGraphic() != null && room > 0
                ? snapSizeY(area.prefHeight(room))
                : super.computePrefHeight(width);
    }

    private void problem(PortEntry entry) {
        problem.setVisible(entry.isConflict());
        problem.setManaged(entry.isConflict());
        problem.getChildren().clear();
        if (entry.isConflict()) {
            PortClaim loser = entry.losers().getFirst();
            Problem told = new Problem(
                    entry.problemTitle(),
                    entry.problemWhy(),
                    List.of(
                            new Problem.Action("Use another port", () -> listener.useOther(loser)),
                            new Problem.Action(
                                    "Edit ports…",
                                    () -> listener.edit(loser.container().id()))),
                    Optional.empty(),
                    List.of(),
                    "port-taken",
                    true);
            problem.getChildren().setAll(new ProblemPane(ProblemPane.Form.ROW, told));
        }
    }

    private static HBox pair(Node icon, Label first, Label second) {
        HBox both = new HBox(8, icon, texts(first, second));
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private static VBox texts(Label first, Label second) {
        VBox both = new VBox(first, second);
        both.setAlignment(Pos.CENTER_LEFT);
        both.setMinWidth(0);
        return both;
    }
}
