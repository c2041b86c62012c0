package io.quayside.desktop.ui.containers.table;

import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.ProblemRow;
import io.quayside.desktop.ui.containers.row.ProjectRow;
import io.quayside.desktop.ui.containers.row.RowItem;
import io.quayside.desktop.ui.containers.row.RowSentence;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.list.RowMarks;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Objects;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Skin;
import javafx.scene.control.TreeTableRow;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// One row. A problem is one node over all columns. The row speaks as one sentence.
final class TableRow extends TreeTableRow<RowItem> {
    private final RowListener listener;
    private final Runnable changed;
    private Subscription following = Subscription.EMPTY;
    private @Nullable Region overlay;
    private @Nullable RowItem shown;

    /// @param changed this row shows something else now
    TableRow(RowListener listener, Runnable changed) {
        this.listener = listener;
        this.changed = changed;
        setDisclosureNode(new Region()); // none of its own: the name cell draws the fold mark
        visibleProperty().subscribe((before, now) -> changed.run());
    }

    @Override
    protected void updateItem(@Nullable RowItem item, boolean empty) {
        super.updateItem(item, empty);
        RowItem next = empty ? null : item;
        if (Objects.equals(next, shown)) {
            return;
        }
        shown = next;
        if (isRuler()) {
            overlay = next instanceof ProblemRow row ? problemPane(row) : null;
            return;
        }
        following.unsubscribe();
        following = Subscription.EMPTY;
        overlay = null;
        getStyleClass().removeAll(StyleClasses.PROJECT_ROW, StyleClasses.PROBLEM_ROW);
        RowMarks.clear(this);
        switch (next) {
            case ContainerRow row ->
                following = RowMarks.follow(
                        this, row, line -> !line.live() || line.deletingIn().isPresent());
            case ProjectRow ignored -> getStyleClass().add(StyleClasses.PROJECT_ROW);
            case ProblemRow row -> {
                getStyleClass().add(StyleClasses.PROBLEM_ROW);
                overlay = problemPane(row);
            }
            case null -> {}
        }
        requestLayout();
        changed.run();
    }

    private ProblemPane problemPane(ProblemRow row) {
        return new ProblemPane(ProblemPane.Form.ROW, row.problem())
                .onDismiss(() -> listener.dismissProblem(row.containerId()));
    }

    /// Whether the list only measures with this row, out of sight. It does so for forty rows with each step of a
    /// scroll,
    /// and a height needs no cells.
    private boolean isRuler() {
        return getParent() != null && !getParent().isVisible();
    }

    @Nullable
    Region overlay() {
        return overlay;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return isRuler() ? new RulerSkin(this) : new TableRowSkin(this);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.TEXT && shown != null) {
            return RowSentence.of(shown);
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }
}
