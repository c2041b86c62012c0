package io.quayside.desktop.ui.compose.project;

import io.quayside.desktop.ui.compose.picture.ProjectPicture;
import io.quayside.desktop.ui.compose.picture.ProjectPictureView;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.compose.ComposeModel;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The picture of the project, its services, and its profiles. FX thread.
final class OverviewTab implements ProjectTab {
    private static final double PICTURE = 357;
    private static final double SERVICES_LEAST = 118;
    private static final double ROWS_HEAD = 34;

    private final ProjectViewModel model;
    private final ServicesTable table;
    private final DriftLine drift;
    private final ProjectPictureView picture;
    private final Label count = new Label();
    private final MenuButton profiles = new MenuButton();
    private final VBox root = new VBox();
    private Set<String> offered = Set.of();

    OverviewTab(ProjectViewModel model, ServiceListener listener, DriftLine drift) {
        this.drift = drift;
        this.model = model;
        this.table = new ServicesTable(listener);
        this.picture = new ProjectPictureView(
                table::select,
                service -> model.servicesProperty().get().stream()
                        .filter(line -> line.service().equals(service))
                        .findFirst()
                        .ifPresent(listener::browse));
        root.setMinSize(0, 0);
        Label title = new Label("Services");
        title.getStyleClass().add(StyleClasses.STRONG);
        count.setId("services-count");
        count.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        profiles.setId("compose-profiles");
        profiles.getStyleClass().add(StyleClasses.SMALL);
        profiles.setMnemonicParsing(false);
        profiles.managedProperty().bind(profiles.visibleProperty());
        Gap gap = new Gap();
        HBox bar = new HBox(8, title, count, gap, profiles);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("services-bar");
        picture.setMinHeight(0);
        picture.setPrefHeight(PICTURE);
        picture.managedProperty().bind(picture.visibleProperty());
        table.node().setMinHeight(SERVICES_LEAST);
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        root.getChildren().setAll(picture, bar, table.node(), drift);
        table.onCurrent(this::paint);
        model.servicesProperty().subscribe(ignored -> {
            List<ServiceLine> lines = model.servicesProperty().get();
            table.show(lines);
            table.node().setPrefHeight(ROWS_HEAD + ServicesTable.ROW * lines.size());
            paint();
        });
        model.readingProperty().subscribe(ignored -> paint());
    }

    private void paint() {
        List<ServiceLine> lines = model.servicesProperty().get();
        long on = lines.stream().filter(ServiceLine::on).count();
        count.setText(
                on == lines.size()
                        ? lines.isEmpty() ? "" : Integer.toString(lines.size())
                        : on + " of " + lines.size() + " enabled");
        picture.setVisible(model.model().isPresent());
        picture.show(model.model()
                .map(files -> ServicePicture.of(files, lines, model.snapshot(), table.current()))
                .orElse(ProjectPicture.NOTHING));
        profiles();
    }

    private void profiles() {
        Set<String> all = model.model().map(ComposeModel::profiles).orElse(Set.of());
        Set<String> on = model.profiles();
        profiles.setVisible(!all.isEmpty());
        List<String> chosen = all.stream().filter(on::contains).toList();
        profiles.setText("Profiles: " + (chosen.isEmpty() ? "none" : String.join(", ", chosen)));
        if (!all.equals(offered)) {
            offered = all;
            profiles.getItems()
                    .setAll(all.stream()
                            .map(profile -> {
                                CheckMenuItem item = new CheckMenuItem(profile);
                                item.setMnemonicParsing(false);
                                item.setOnAction(event -> model.profile(profile, item.isSelected()));
                                return item;
                            })
                            .toList());
        }
        profiles.getItems().forEach(item -> ((CheckMenuItem) item).setSelected(on.contains(item.getText())));
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void enter() {
        drift.enter();
        paint();
    }

    @Override
    public void leave() {
        drift.leave();
    }

    @Override
    public boolean settled() {
        return drift.settled();
    }

    @Override
    public void focusMain() {
        table.node().requestFocus();
        if (table.current().isEmpty() && !table.node().getItems().isEmpty()) {
            table.node().getSelectionModel().select(0);
        }
    }

    /// The service the keyboard is on.
    java.util.Optional<ServiceLine> current() {
        return table.current();
    }

    List<javafx.scene.Node> regions() {
        return picture.isVisible() ? List.of(picture.region(), table.node()) : List.of(table.node());
    }
}
