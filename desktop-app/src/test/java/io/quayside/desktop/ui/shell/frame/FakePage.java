package io.quayside.desktop.ui.shell.frame;

import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Page;
import io.quayside.desktop.ui.shell.UnsavedText;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A page with a head, a filter and a main button, that notes what the frame tells it.
final class FakePage implements Page {
    final List<String> heard = new ArrayList<>();
    final TextField filter = new TextField();
    final Button main = new Button("Main");
    final HBox head;
    private final VBox root;
    private final HBox bar;
    int escapes;
    List<UnsavedText> unsaved = List.of();

    FakePage(String title) {
        Label label = new Label(title);
        label.getStyleClass().add(StyleClasses.PAGE_TITLE);
        head = new HBox(label, new Button("Head"));
        head.getStyleClass().add(StyleClasses.PAGE_HEAD);
        filter.setId("filter");
        bar = new HBox(filter);
        bar.getStyleClass().add(StyleClasses.BAR);
        root = new VBox(head, bar, main);
        root.getStyleClass().add(StyleClasses.PAGE);
    }

    @Override
    public VBox root() {
        return root;
    }

    @Override
    public void shown(Location location) {
        heard.add("shown " + location);
    }

    @Override
    public void hidden() {
        heard.add("hidden");
    }

    @Override
    public void focusMain() {
        main.requestFocus();
    }

    @Override
    public List<UnsavedText> unsaved() {
        return unsaved;
    }

    @Override
    public boolean escape() {
        if (escapes > 0) {
            escapes--;
            heard.add("escape");
            return true;
        }
        return false;
    }

    @Override
    public List<Node> regions() {
        return List.of(head, bar, main);
    }
}
