package io.quayside.desktop.ui.control.catalogue;

import atlantafx.base.controls.ToggleSwitch;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.CountChip;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.Kbd;
import io.quayside.desktop.ui.control.MeterBar;
import io.quayside.desktop.ui.control.SearchField;
import io.quayside.desktop.ui.control.Segments;
import io.quayside.desktop.ui.control.Sparkline;
import io.quayside.desktop.ui.control.Spinner;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Buttons, fields, choices, small pictures and type.
final class CatalogueControls {
    private CatalogueControls() {}

    static List<Node> sections() {
        return List.of(
                buttons(),
                smallButtons(),
                segments(),
                fields(),
                choices(),
                glyphs(),
                meters(),
                chips(),
                type(),
                icons());
    }

    private static Node buttons() {
        ActionButton unavailable = new ActionButton("Start", Icons.START, () -> {});
        unavailable.setUnavailable(Optional.of("web runs already"));
        ActionButton unavailablePrimary = new ActionButton("Run container", Icons.ADD, () -> {}).primary();
        unavailablePrimary.setUnavailable(Optional.of("No engine"));
        ActionButton delete = new ActionButton("Delete 2 containers", () -> {});
        delete.getStyleClass().add(StyleClasses.DANGER_PRIMARY);
        return row(
                new ActionButton("Run container", Icons.ADD, () -> {}).primary(),
                new ActionButton("Open compose file", Icons.FILES, () -> {}),
                new ActionButton("Cancel", () -> {}).ghost(),
                new ActionButton("Delete…", Icons.DELETE, () -> {}).danger(),
                delete,
                unavailable,
                unavailablePrimary,
                new Hyperlink("Show what was checked"));
    }

    private static Node smallButtons() {
        IconButton unavailable = new IconButton(Icons.RESTART, "Restart web", () -> {});
        unavailable.setUnavailable(Optional.of("web doesn't run"));
        MenuButton group = new MenuButton("Group: project", null, new MenuItem("Project"), new MenuItem("None"));
        group.getStyleClass().add(StyleClasses.SMALL);
        ToggleButton peek = new ToggleButton("Peek", Icons.PEEK.node(Icons.SMALL));
        peek.getStyleClass().add(StyleClasses.SMALL);
        peek.setSelected(true);
        ToggleButton off = new ToggleButton("Peek", Icons.PEEK.node(Icons.SMALL));
        off.getStyleClass().add(StyleClasses.SMALL);
        return row(
                new ActionButton("Stop", Icons.STOP, () -> {}).small(),
                new ActionButton("Use port 5434", () -> {}).small().primary(),
                new ActionButton("Engine log", () -> {}).small().ghost(),
                new IconButton(Icons.STOP, "Stop web", () -> {}),
                unavailable,
                new IconButton(Icons.MORE, Icons.REGULAR, "More for web", () -> {}),
                group,
                off,
                peek);
    }

    private static Node segments() {
        Segments<Integer> show = new Segments<>(
                "Show",
                List.of(
                        new Segments.Option<>(0, "All"),
                        new Segments.Option<>(1, "Running"),
                        new Segments.Option<>(2, "Stopped"),
                        new Segments.Option<>(3, "Problems")));
        show.setCount(0, 10);
        show.setCount(1, 7);
        show.setCount(2, 3);
        show.setCount(3, 3);
        return row(
                show,
                new Segments<>("Theme", List.of(new Segments.Option<>(0, "Light"), new Segments.Option<>(1, "Dark"))));
    }

    private static Node fields() {
        SearchField filter = new SearchField("Filter by name, image, port, label", "/").small();
        filter.setPrefWidth(260);
        SearchField search = new SearchField("Search or run a command", "Mod+K");
        search.setPrefWidth(280);
        TextField text = new TextField("view_count:latest");
        ComboBox<String> combo = new ComboBox<>();
        combo.getItems().addAll("100 %", "115 %", "130 %");
        combo.getSelectionModel().selectFirst();
        ComboBox<String> smallCombo = new ComboBox<>();
        smallCombo.getStyleClass().add(StyleClasses.SMALL);
        smallCombo.getItems().addAll("Read/write", "Read only");
        smallCombo.getSelectionModel().selectFirst();
        TextField disabled = new TextField("Disabled");
        disabled.setDisable(true);
        disabled.setAccessibleText("A disabled field");
        text.setAccessibleText("Tag");
        combo.setAccessibleText("Text size");
        smallCombo.setAccessibleText("Access");
        return row(search, filter, text, combo, smallCombo, disabled);
    }

    private static Node choices() {
        CheckBox on = new CheckBox("Share the folder");
        on.setSelected(true);
        CheckBox some = new CheckBox("Some");
        some.setIndeterminate(true);
        some.setAllowIndeterminate(true);
        RadioButton chosen = new RadioButton("virtiofs");
        chosen.setSelected(true);
        ToggleSwitch switchOn = new ToggleSwitch();
        switchOn.setSelected(true);
        switchOn.setAccessibleText("Switched on");
        ToggleSwitch switchOff = new ToggleSwitch();
        switchOff.setAccessibleText("Switched off");
        Slider slider = new Slider(0, 10, 4);
        slider.setAccessibleText("CPUs, 4");
        return row(
                new CheckBox("Start when I log in"),
                on,
                some,
                chosen,
                new RadioButton("9p"),
                switchOn,
                switchOff,
                slider);
    }

    private static Node glyphs() {
        FlowPane pane = row();
        for (StateGlyph glyph : StateGlyph.values()) {
            HBox pair = new HBox(6, glyph.node(), new Label(glyph.word()));
            pair.setAlignment(Pos.CENTER_LEFT);
            pane.getChildren().add(pair);
        }
        pane.getChildren().addAll(new Spinner(), new Spinner(24));
        return pane;
    }

    private static Node meters() {
        FlowPane pane = row();
        double share = 0.2;
        for (MeterBar.Kind kind : MeterBar.Kind.values()) {
            MeterBar bar = new MeterBar(kind);
            bar.setPrefWidth(120);
            bar.setValue(share);
            bar.setAccessibleText(kind + " bar");
            share += 0.18;
            pane.getChildren().add(bar);
        }
        ProgressBar progress = new ProgressBar(0.62);
        progress.setAccessibleText("Progress, 62 percent");
        Sparkline line = new Sparkline(56, 18);
        line.setValues(new double[] {1, 2, 1, 4, 3, 5, 2, 6, 4, 3, 7, 5, 4, 6, 8, 5}, 10, "CPU, 5 percent");
        Sparkline gap = new Sparkline(120, 18);
        gap.setValues(new double[] {1, 2, 1, 4, Double.NaN, Double.NaN, 2, 6, 4, 3, 7}, 10, "CPU, 7 percent");
        pane.getChildren().addAll(progress, line, gap);
        return pane;
    }

    private static Node chips() {
        FlowPane pane = row(
                chip("latest", null),
                chip("Update", StyleClasses.CHIP_ACCENT),
                chip("Healthy", StyleClasses.CHIP_SUCCESS),
                chip("Amber", StyleClasses.CHIP_WARNING),
                chip("Failed", StyleClasses.CHIP_DANGER));
        CountChip count = new CountChip();
        count.setCount(3);
        pane.getChildren().addAll(count, Kbd.of("Mod+K"), Kbd.of("/"), Kbd.of("Alt+Left"), Kbd.of("Shift+F10"));
        return pane;
    }

    private static Label chip(String text, @org.jspecify.annotations.Nullable String styleClass) {
        Label chip = new Label(text);
        chip.getStyleClass().add(StyleClasses.CHIP);
        if (styleClass != null) {
            chip.getStyleClass().add(styleClass);
        }
        return chip;
    }

    private static Node type() {
        FlowPane pane = row();
        for (String styleClass : List.of(
                StyleClasses.FIRST_RUN_TITLE,
                StyleClasses.PAGE_TITLE,
                StyleClasses.SECTION_TITLE,
                StyleClasses.STRONG,
                StyleClasses.MEDIUM,
                "plain",
                StyleClasses.MUTED,
                StyleClasses.META,
                StyleClasses.CAPTION,
                StyleClasses.MONO,
                StyleClasses.MONO_CAPTION,
                StyleClasses.TEXT_SUCCESS,
                StyleClasses.TEXT_WARNING,
                StyleClasses.TEXT_DANGER)) {
            Label label = new Label("Quayside 0123 -> 1.62 GB");
            label.getStyleClass().add(styleClass);
            pane.getChildren().add(label);
        }
        return pane;
    }

    private static Node icons() {
        FlowPane pane = row();
        for (Icons icon : Icons.values()) {
            pane.getChildren().add(icon.node());
        }
        return pane;
    }

    private static FlowPane row(Node... nodes) {
        FlowPane pane = new FlowPane(12, 8, nodes);
        pane.setRowValignment(javafx.geometry.VPos.CENTER);
        pane.setMaxWidth(Region.USE_COMPUTED_SIZE);
        return pane;
    }
}
