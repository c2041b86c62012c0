package io.quayside.desktop.ui.containers.detail.processes;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.containers.detail.DetailContext;
import io.quayside.desktop.ui.containers.detail.DetailTab;
import io.quayside.desktop.ui.containers.detail.DetailTabEntry;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The Processes tab.
public final class ProcessesTab implements DetailTab {
    private final DetailContext context;
    private final ProcessesViewModel model;
    private final ProcessTable table = new ProcessTable();
    private final SignalForm form;
    private final Label count = new Label();
    private final ActionButton signal;
    private final StackPane problem = new StackPane();
    private final VBox root = new VBox();
    private long main;

    private ProcessesTab(DetailContext context) {
        this.context = context;
        this.model = new ProcessesViewModel(context.parts());
        this.form = new SignalForm(model::send, table::requestFocus);
        this.signal = new ActionButton("Send signal…", this::ask).small();
        build();
        model.answerProperty().subscribe(this::show);
        model.problemProperty().subscribe(this::say);
        table.getSelectionModel().selectedItemProperty().subscribe(ignored -> offer());
    }

    /// How the page finds it.
    public static DetailTabEntry entry() {
        return new DetailTabEntry(
                "processes",
                "Processes",
                DetailTabEntry.Needs.RUNNING,
                ProcessesTab::new,
                (context, container, told) -> ProcessCount.follow(context.parts(), container, told));
    }

    private void build() {
        root.getStyleClass().add("processes-tab");
        root.getStylesheets()
                .add(Objects.requireNonNull(ProcessesTab.class.getResource("processes.css"))
                        .toExternalForm());
        count.setId("processes-count");
        count.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        signal.setId("processes-send");
        Gap gap = new Gap();
        HBox bar = new HBox(count, gap, signal);
        bar.getStyleClass().addAll(StyleClasses.BAR, "detail-bar");
        MenuItem send = new MenuItem("Send signal…");
        send.setOnAction(event -> ask());
        MenuItem copy = new MenuItem("Copy command");
        copy.setOnAction(event -> copy());
        table.setContextMenu(new ContextMenu(send, copy));
        VBox.setVgrow(table, Priority.ALWAYS);
        root.getChildren().addAll(bar, form, problem, table);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown(ContainerLine container) {
        model.shown(container);
    }

    @Override
    public void changed(ContainerLine container) {
        model.changed(container);
        offer();
    }

    @Override
    public void hidden() {
        form.cancel();
        model.hidden();
    }

    @Override
    public void focusMain() {
        table.requestFocus();
    }

    @Override
    public boolean escape() {
        return form.cancel();
    }

    @Override
    public boolean copy() {
        Optional<ProcessFacts> selected = table.selected();
        selected.ifPresent(one -> context.copy(SafeText.line(one.command())));
        return selected.isPresent();
    }

    @Override
    public boolean settled() {
        return model.settled();
    }

    private void ask() {
        table.selected().ifPresent(one -> form.ask(one, model.name(), one.pid() == main));
    }

    private void offer() {
        signal.setUnavailable(
                table.selected().isPresent() ? Optional.empty() : Optional.of("Select a process in the table first"));
    }

    private void show(Optional<ProcessesViewModel.Answer> answer) {
        main = answer.map(ProcessesViewModel.Answer::main).orElse(0L);
        table.setVisible(answer.isPresent());
        answer.ifPresentOrElse(
                now -> {
                    table.show(now.processes());
                    int size = now.processes().size();
                    count.setText(size == 1 ? "1 process" : size + " processes");
                    form.ended(pid -> now.processes().stream().anyMatch(one -> one.pid() == pid));
                },
                () -> {
                    table.show(java.util.List.of());
                    count.setText("");
                });
        offer();
    }

    private void say(Optional<Problem> shown) {
        problem.getChildren()
                .setAll(shown.stream()
                        .map(one -> new ProblemPane(ProblemPane.Form.BANNER, one).onDismiss(model::dismiss))
                        .toList());
        problem.setPadding(shown.isPresent() ? new Insets(12) : Insets.EMPTY);
    }
}
