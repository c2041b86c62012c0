package io.quayside.desktop.ui.images.table;

import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.images.row.ImageItem;
import io.quayside.desktop.ui.images.row.ImageLine;
import io.quayside.desktop.ui.images.row.ImageRow;
import io.quayside.desktop.ui.images.row.RepositoryRow;
import io.quayside.desktop.ui.list.RowMarks;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableRow;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// One row; it speaks as one sentence.
final class ImageTableRow extends TableRow<ImageItem> {
    private Subscription following = Subscription.EMPTY;

    @Override
    protected void updateItem(@Nullable ImageItem item, boolean empty) {
        super.updateItem(item, empty);
        following.unsubscribe();
        following = Subscription.EMPTY;
        getStyleClass().remove(StyleClasses.PROJECT_ROW);
        RowMarks.clear(this);
        switch (empty ? null : item) {
            case ImageRow row ->
                following = RowMarks.follow(
                        this, row, line -> !line.live() || line.deletingIn().isPresent());
            case RepositoryRow ignored -> getStyleClass().add(StyleClasses.PROJECT_ROW);
            case null -> {}
        }
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.TEXT && getItem() != null && !isEmpty()) {
            return switch (getItem()) {
                case ImageRow row -> sentence(row.line());
                case RepositoryRow row ->
                    row.repository() + ", " + row.membersProperty().get().size() + " tags";
            };
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }

    private static String sentence(ImageLine line) {
        return (line.name().isTagged() ? "" : "untagged image ") + line.title() + ", "
                + Sizes.spoken(line.image().size()) + ", " + Times.spoken(line.age()) + " old, "
                + line.usedByWords().toLowerCase(java.util.Locale.ROOT)
                + line.deletingIn()
                        .map(seconds -> ", deleting in " + seconds + " seconds")
                        .orElse("");
    }
}
