package io.quayside.desktop.ui.builds.list;

import io.quayside.desktop.ui.format.Times;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableRow;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// One row; it speaks as one sentence.
final class BuildTableRow extends TableRow<BuildRow> {
    private static final PseudoClass CHECKED = PseudoClass.getPseudoClass("checked");
    private static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");

    private Subscription following = Subscription.EMPTY;

    @Override
    protected void updateItem(@Nullable BuildRow row, boolean empty) {
        super.updateItem(row, empty);
        following.unsubscribe();
        following = Subscription.EMPTY;
        pseudoClassStateChanged(CHECKED, false);
        pseudoClassStateChanged(MUTED, false);
        if (row != null && !empty) {
            following = Subscription.combine(
                    row.checkedProperty().subscribe(on -> pseudoClassStateChanged(CHECKED, on)),
                    row.lineProperty()
                            .subscribe(line -> pseudoClassStateChanged(
                                    MUTED, line.deletingIn().isPresent())));
        }
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.TEXT && getItem() != null && !isEmpty()) {
            return sentence(getItem().line());
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }

    static String sentence(BuildLine line) {
        return line.title() + ", folder " + line.folder() + ", " + line.result() + ", " + Times.spoken(line.time())
                + ", " + line.cached() + " steps cached, " + Times.spoken(line.when())
                + line.deletingIn()
                        .map(left -> ", deleting in " + left + " seconds")
                        .orElse("");
    }
}
