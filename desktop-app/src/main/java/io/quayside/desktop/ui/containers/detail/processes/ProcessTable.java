package io.quayside.desktop.ui.containers.detail.processes;

import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The processes, sortable by every column. Rows stay the same while their process lives, so that the selection does
/// too. FX thread.
final class ProcessTable extends TableView<ProcessRow> {
    private static final String UNKNOWN = "–";

    private final Map<Long, ProcessRow> byPid = new HashMap<>();

    ProcessTable() {
        setId("processes-table");
        setAccessibleText("Processes");
        setPlaceholder(new EmptyState("No processes.", ""));
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<ProcessRow, ProcessFacts> pid = column(
                "PID",
                "Its number on the engine's machine",
                80,
                Comparator.comparingLong(ProcessFacts::pid),
                one -> String.valueOf(one.pid()),
                StyleClasses.MONO_CAPTION);
        getColumns()
                .setAll(List.of(
                        pid,
                        column(
                                "User",
                                "As the engine's machine names it",
                                110,
                                Comparator.comparing(ProcessFacts::user),
                                ProcessFacts::user,
                                StyleClasses.META),
                        column(
                                "Avg. CPU",
                                "Percent of one core, on average since it started",
                                96,
                                Comparator.comparingDouble(
                                        (ProcessFacts one) -> one.cpu().orElse(-1)),
                                ProcessTable::cpu,
                                StyleClasses.META),
                        column(
                                "Memory",
                                "What it has in memory, shared parts included",
                                100,
                                Comparator.comparingLong(
                                        (ProcessFacts one) -> one.memory().orElse(-1)),
                                one -> one.memory().isPresent()
                                        ? Sizes.of(one.memory().getAsLong())
                                        : UNKNOWN,
                                StyleClasses.META),
                        column(
                                "Time",
                                "For how long it has computed",
                                110,
                                Comparator.comparingDouble(ProcessFacts::seconds),
                                ProcessFacts::time,
                                StyleClasses.META),
                        column(
                                "Command",
                                "With all arguments",
                                400,
                                Comparator.comparing(ProcessFacts::command),
                                ProcessFacts::command,
                                StyleClasses.MONO_CAPTION)));
        getSortOrder().setAll(List.of(pid));
    }

    /// Shows these; a process that is still there keeps its row.
    void show(List<ProcessFacts> all) {
        byPid.keySet().retainAll(all.stream().map(ProcessFacts::pid).toList());
        getItems().removeIf(row -> !byPid.containsValue(row));
        for (ProcessFacts one : all) {
            ProcessRow row = byPid.get(one.pid());
            if (row == null) {
                row = new ProcessRow(one);
                byPid.put(one.pid(), row);
                getItems().add(row);
            } else {
                row.now(one);
            }
        }
        sort();
    }

    Optional<ProcessFacts> selected() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem()).map(ProcessRow::facts);
    }

    private static String cpu(ProcessFacts one) {
        return one.cpu().isPresent()
                ? String.format(Locale.ROOT, "%.1f%%", one.cpu().getAsDouble())
                : UNKNOWN;
    }

    private static TableColumn<ProcessRow, ProcessFacts> column(
            String title,
            String hint,
            double width,
            Comparator<ProcessFacts> order,
            Function<ProcessFacts, String> text,
            String style) {
        TableColumn<ProcessRow, ProcessFacts> column = new TableColumn<>();
        Label head = new Label(title);
        Tip.on(head, hint);
        column.setGraphic(head);
        column.setId("processes-" + title.substring(title.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT));
        column.setCellValueFactory(row -> row.getValue().factsProperty());
        column.setCellFactory(ignored -> new Cell(text, style));
        column.setComparator(order);
        column.setMinWidth(Math.min(width, 64));
        column.setPrefWidth(width);
        column.setReorderable(false);
        return column;
    }

    private static final class Cell extends TableCell<ProcessRow, ProcessFacts> {
        private final Function<ProcessFacts, String> words;

        Cell(Function<ProcessFacts, String> words, String style) {
            this.words = words;
            getStyleClass().add(style);
        }

        @Override
        protected void updateItem(ProcessFacts one, boolean empty) {
            super.updateItem(one, empty);
            setText(empty || one == null ? null : SafeText.line(words.apply(one)));
        }
    }
}
