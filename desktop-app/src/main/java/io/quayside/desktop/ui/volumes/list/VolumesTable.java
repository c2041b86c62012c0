package io.quayside.desktop.ui.volumes.list;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.list.ListTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.TableColumn;

/// The table of volumes. Its order is the view model's, never its own.
public final class VolumesTable {
    private static final double ROW = 40;

    private final VolumeListener listener;
    private final ListTable<VolumeRow, VolumeLine, VolumeSort> table;
    private final BooleanProperty narrow = new SimpleBooleanProperty();
    private TableColumn<VolumeRow, VolumeRow> project = new TableColumn<>();
    private TableColumn<VolumeRow, VolumeRow> driver = new TableColumn<>();

    public VolumesTable(VolumesViewModel model, VolumeListener listener) {
        this.listener = listener;
        this.table = new ListTable<>(
                "volumes-table",
                "Volumes",
                ROW,
                model.rows(),
                model.selection(),
                new ListTable.Look<>(VolumeLine::title, VolumesTable::sentence, line -> !line.canAct()),
                listener);
        columns();
    }

    public ListTable<VolumeRow, VolumeLine, VolumeSort> table() {
        return table;
    }

    /// With a panel beside it there is no room for what stands below the name too.
    public void narrow(boolean now) {
        narrow.set(now);
        for (TableColumn<VolumeRow, ?> column : List.of(project, driver)) {
            column.setVisible(!now);
        }
        table.fit();
    }

    private void columns() {
        table.column("name", "Name", 0, () -> new VolumeNameCell(listener, narrow), Optional.of(VolumeSort.NAME));
        table.column("size", "Size", 112, VolumeSizeCell::new, Optional.of(VolumeSort.SIZE))
                .getStyleClass()
                .add("right-column");
        table.column("used-by", "Used by", 132, () -> new VolumeUsersCell(listener), Optional.of(VolumeSort.USED_BY));
        project = table.column(
                "project",
                "Project",
                132,
                () -> new VolumeTextCell(line -> line.project().orElse("–"), line -> ""),
                Optional.of(VolumeSort.PROJECT));
        driver = table.column(
                "driver",
                "Driver",
                88,
                () -> new VolumeTextCell(line -> SafeText.line(line.volume().driver()), line -> ""),
                Optional.of(VolumeSort.DRIVER));
        table.column(
                "created",
                "Created",
                80,
                () -> new VolumeTextCell(
                        VolumeLine::age,
                        line -> line.volume().created().map(Times::full).orElse("")),
                Optional.of(VolumeSort.CREATED));
        table.column("actions", "", 80, () -> new VolumeActionsCell(listener), Optional.empty());
    }

    private static String sentence(VolumeLine line) {
        String size = line.size().isPresent() ? Sizes.spoken(line.size().getAsLong()) : "size not known";
        String users = line.usedBy().isEmpty()
                ? "not used"
                : "used by " + line.usedBy().stream().map(VolumeUser::name).collect(Collectors.joining(", "));
        return line.title() + ", " + line.origin() + ", " + size + ", " + users + ", created "
                + Times.spoken(line.age()) + " ago"
                + line.busy().map(word -> ", " + word).orElse("");
    }
}
