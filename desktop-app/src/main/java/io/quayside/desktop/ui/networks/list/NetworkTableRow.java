package io.quayside.desktop.ui.networks.list;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableRow;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// One row; it speaks as one sentence.
final class NetworkTableRow extends TableRow<NetworkRow> {
    private static final PseudoClass CHECKED = PseudoClass.getPseudoClass("checked");
    private static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");

    private Subscription following = Subscription.EMPTY;

    @Override
    protected void updateItem(@Nullable NetworkRow row, boolean empty) {
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
                                    MUTED,
                                    line.deletingIn().isPresent() || line.busy().isPresent())));
        }
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.TEXT && getItem() != null && !isEmpty()) {
            return sentence(getItem().line());
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }

    static String sentence(NetworkLine line) {
        return line.name() + ", driver " + line.driver() + ", "
                + (line.network().subnets().isEmpty() ? "no subnet" : "subnet " + line.subnets()) + ", "
                + (line.members().isEmpty() ? "no containers" : line.containers())
                + line.project().map(project -> ", project " + project).orElse("") + ", " + line.scope()
                + line.lock().map(reason -> ", locked").orElse("")
                + line.deletingIn()
                        .map(left -> ", deleting in " + left + " seconds")
                        .orElse("");
    }
}
