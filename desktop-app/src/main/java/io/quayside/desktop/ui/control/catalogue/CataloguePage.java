package io.quayside.desktop.ui.control.catalogue;

import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Page;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Shows every control in every state, for looking at a theme as a whole. `catalogue/controls`, `catalogue/tables` and
/// `catalogue/messages` show a part; without a part it is the controls.
public final class CataloguePage implements Page {
    private final ScrollPane root = new ScrollPane();

    public CataloguePage() {
        root.setId("page-catalogue");
        root.getStyleClass().add(StyleClasses.PAGE);
        root.setAccessibleText("Catalogue");
        root.setFitToWidth(true);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown(Location location) {
        String part = location.rest().isEmpty() ? "controls" : location.rest().getFirst();
        List<Node> sections = switch (part) {
            case "tables" -> CatalogueTables.sections();
            case "messages" -> CatalogueMessages.sections();
            default -> CatalogueControls.sections();
        };
        VBox column = new VBox(14);
        column.setStyle("-fx-padding: 16;");
        Label title = new Label("Catalogue: " + part);
        title.getStyleClass().add(StyleClasses.PAGE_TITLE);
        column.getChildren().add(title);
        column.getChildren().addAll(sections);
        root.setContent(column);
    }

    @Override
    public void hidden() {
        root.setContent(null);
    }

    @Override
    public void focusMain() {
        root.requestFocus();
    }

    @Override
    public boolean escape() {
        return false;
    }
}
