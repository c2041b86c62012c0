package io.quayside.desktop.ui.volumes.list;

import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.format.Times;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableRow;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// One row; it speaks as one sentence.
final class VolumeTableRow extends TableRow<VolumeRow> {
    private static final PseudoClass CHECKED = PseudoClass.getPseudoClass("checked");
    private static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");

    private Subscription following = Subscription.EMPTY;

    @Override
    protected void updateItem(@Nullable VolumeRow row, boolean empty) {
        super.updateItem(row, empty);
        following.unsubscribe();
        following = Subscription.EMPTY;
        pseudoClassStateChanged(CHECKED, false);
        pseudoClassStateChanged(MUTED, false);
        if (row != null && !empty) {
            following = Subscription.combine(
                    row.checkedProperty().subscribe(on -> pseudoClassStateChanged(CHECKED, on)),
                    row.lineProperty().subscribe(line -> pseudoClassStateChanged(MUTED, !line.canAct())));
        }
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.TEXT && getItem() != null && !isEmpty()) {
            return sentence(getItem().line());
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }

    static String sentence(VolumeLine line) {
        String size = line.size().isPresent() ? Sizes.spoken(line.size().getAsLong()) : "size not known";
        String users = line.usedBy().isEmpty()
                ? "not used"
                : "used by " + line.usedBy().stream().map(VolumeUser::name).collect(Collectors.joining(", "));
        return line.title() + ", " + line.origin() + ", " + size + ", " + users + ", created "
                + Times.spoken(line.age()) + " ago"
                + line.busy().map(word -> ", " + word).orElse("");
    }
}
