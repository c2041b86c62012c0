package io.quayside.desktop.ui.shell.frame;

import io.quayside.desktop.ui.control.CountChip;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.Kbd;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Search, Tasks, the engine, Help.
final class TopBar extends HBox {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final Button search = new Button();
    private final Kbd searchKey = new Kbd("");
    private final Button tasks = new Button();
    private final CountChip count = new CountChip();
    private final Button engine = new Button();
    private final Label engineName = new Label();
    private final Button help;

    TopBar(Runnable onSearch, Runnable onTasks, Runnable onEngine, Runnable onHelp) {
        getStyleClass().add(StyleClasses.TOP_BAR);
        setId("top-bar");
        Gap gap = new Gap();
        help = new IconButton(Icons.HELP, Icons.REGULAR, "Help", onHelp);
        help.setId("help-button");
        buildSearch(onSearch);
        buildTasks(onTasks);
        buildEngine(onEngine);
        getChildren().addAll(search, gap, tasks, engine, help);
    }

    private void buildSearch(Runnable onSearch) {
        Label text = new Label("Search or run a command");
        text.getStyleClass().add(StyleClasses.MUTED);
        Gap gap = new Gap();
        HBox line = new HBox(8, Icons.SEARCH.node(Icons.SMALL), text, gap, searchKey);
        line.setAlignment(Pos.CENTER_LEFT);
        line.prefWidthProperty().bind(search.widthProperty().subtract(20));
        search.setId("search-button");
        search.getStyleClass().add("qs-search-button");
        search.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        search.setGraphic(line);
        search.setMinWidth(180);
        search.setPrefWidth(420);
        search.setOnAction(event -> onSearch.run());
    }

    private void buildTasks(Runnable onTasks) {
        Label text = new Label("Tasks");
        HBox line = new HBox(6, Icons.TASKS.node(Icons.REGULAR), text, count);
        line.setAlignment(Pos.CENTER);
        tasks.setId("tasks-button");
        tasks.getStyleClass().addAll(StyleClasses.GHOST, StyleClasses.SMALL, "qs-tasks-button");
        tasks.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        tasks.setGraphic(line);
        tasks.setMinWidth(USE_PREF_SIZE);
        tasks.setOnAction(event -> onTasks.run());
    }

    private void buildEngine(Runnable onEngine) {
        engineName.setMaxWidth(220);
        HBox line = new HBox(6, Icons.ENGINE.node(Icons.SMALL), engineName, Icons.CHEVRON_DOWN.node(Icons.SMALL));
        line.setAlignment(Pos.CENTER);
        engine.setId("engine-button");
        engine.getStyleClass().addAll(StyleClasses.GHOST, StyleClasses.SMALL, "qs-engine-button");
        engine.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        engine.setGraphic(line);
        engine.setOnAction(event -> onEngine.run());
    }

    /// Says the keys that the commands have now.
    void setKeys(String searchKeys, String tasksKeys) {
        searchKey.setText(searchKeys);
        searchKey.setVisible(!searchKeys.isEmpty());
        search.setAccessibleText("Search or run a command");
        search.setAccessibleHelp(searchKeys);
        Tip.on(tasks, tasksKeys.isEmpty() ? "Tasks" : "Tasks  " + tasksKeys);
    }

    void setRunning(int running) {
        count.setCount(running);
        tasks.setAccessibleText(running == 0 ? "Tasks" : "Tasks, " + running + " running");
    }

    void setTasksOpen(boolean open) {
        tasks.pseudoClassStateChanged(OPEN, open);
    }

    void setEngine(String name, String state) {
        engineName.setText(name);
        engine.setAccessibleText("Engine " + name + ", " + state + ". Choose another");
        Tip.on(engine, name + ", " + state);
    }

    Button searchButton() {
        return search;
    }

    Button tasksButton() {
        return tasks;
    }

    Button engineButton() {
        return engine;
    }

    Button helpButton() {
        return help;
    }
}
