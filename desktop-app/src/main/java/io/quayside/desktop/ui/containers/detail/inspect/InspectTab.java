package io.quayside.desktop.ui.containers.detail.inspect;

import io.quayside.desktop.ui.containers.RunCommand;
import io.quayside.desktop.ui.containers.detail.DetailContext;
import io.quayside.desktop.ui.containers.detail.DetailTab;
import io.quayside.desktop.ui.containers.detail.DetailTabEntry;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.control.SearchField;
import io.quayside.desktop.ui.control.Segments;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The Inspect tab.
public final class InspectTab implements DetailTab {
    private enum Form {
        OVERVIEW,
        JSON
    }

    private final InspectViewModel model;
    private final Overview overview;
    private final JsonView json;
    private final Segments<Form> form = new Segments<>(
            "Show as",
            List.of(new Segments.Option<>(Form.OVERVIEW, "Overview"), new Segments.Option<>(Form.JSON, "JSON")));
    private final SearchField search = new SearchField("Find a key or value", "Mod+F").small();
    private final ActionButton copyRun;
    private final Label matches = new Label();
    private final Label readAt = new Label();
    private final HBox tools = new HBox(4);
    private final StackPane content = new StackPane();
    private final VBox root = new VBox();

    private InspectTab(DetailContext context) {
        this.model = new InspectViewModel(context.parts());
        this.overview =
                new Overview(context::copy, image -> context.shell().navigator().go(Location.of("image", image)));
        this.copyRun = new ActionButton(
                        "Copy as docker run",
                        Icons.COPY,
                        () -> model.container()
                                .ifPresent(container -> RunCommand.of(context.parts(), container, context::copy)))
                .small();
        this.json = new JsonView(context::copy);
        build();
        model.answerProperty().subscribe(answer -> show(answer));
    }

    /// How the page finds it.
    public static DetailTabEntry entry() {
        return new DetailTabEntry("inspect", "Inspect", DetailTabEntry.Needs.CONTAINER, InspectTab::new);
    }

    private void build() {
        root.getStyleClass().add("inspect-tab");
        search.setId("inspect-search");
        search.setPrefWidth(264);
        search.textProperty().subscribe(text -> find(text));
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                json.move(event.isShiftDown() ? -1 : 1);
            }
        });
        matches.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        matches.textProperty().bind(json.matchesProperty());
        readAt.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        IconButton value = new IconButton(Icons.COPY, "Copy the value of the selected line", json::copyValue);
        IconButton path = new IconButton(Icons.INSPECT, "Copy the path of the selected line", json::copyPath);
        tools.getChildren().setAll(value, path);
        tools.managedProperty().bind(tools.visibleProperty());
        Gap gap = new Gap();
        IconButton again = new IconButton(Icons.REFRESH, "Read again", model::read);
        again.getStyleClass().add("framed");
        copyRun.setId("inspect-copy-run");
        copyRun.setMinWidth(Region.USE_PREF_SIZE);
        readAt.setMinWidth(0);
        HBox bar = new HBox(form, search, matches, gap, readAt, tools, again, copyRun);
        bar.getStyleClass().addAll(StyleClasses.BAR, "detail-bar");
        VBox.setVgrow(content, Priority.ALWAYS);
        root.getChildren().addAll(bar, content);
        form.valueProperty().subscribe(now -> {
            tools.setVisible(now == Form.JSON);
            show(model.answerProperty().get());
        });
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
    }

    @Override
    public void hidden() {
        model.hidden();
    }

    @Override
    public void focusMain() {
        form.getChildren().getFirst().requestFocus();
    }

    @Override
    public boolean copy() {
        return form.valueProperty().get() == Form.JSON && json.copyValue();
    }

    @Override
    public void find() {
        search.requestFocus();
        search.selectAll();
    }

    @Override
    public boolean settled() {
        return model.settled();
    }

    /// Searching is in the JSON, which has everything.
    private void find(String text) {
        if (!text.isBlank()) {
            form.valueProperty().set(Form.JSON);
        }
        json.search(text);
    }

    private void show(InspectViewModel.Answer answer) {
        switch (answer) {
            case InspectViewModel.Answer.Waiting ignored -> {
                readAt.setText("");
                content.getChildren().clear();
            }
            case InspectViewModel.Answer.Failed(var problem) -> {
                readAt.setText("");
                ProblemPane pane = new ProblemPane(ProblemPane.Form.BANNER, problem);
                StackPane.setMargin(pane, new Insets(12));
                pane.setMaxHeight(Region.USE_PREF_SIZE);
                StackPane.setAlignment(pane, javafx.geometry.Pos.TOP_CENTER);
                content.getChildren().setAll(pane);
            }
            case InspectViewModel.Answer.Read read -> {
                readAt.setText("Read at " + Times.clock(read.at()));
                overview.show(read.facts());
                json.show(read.json());
                content.getChildren().setAll(form.valueProperty().get() == Form.JSON ? json : overview);
            }
        }
    }
}
