package io.quayside.desktop.ui.volumes.panel;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.model.VolumeSpec;
import io.quayside.engine.volume.VolumeForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The form for a new volume: name, where its data is, options of the driver, labels. FX thread.
public final class CreatePanel extends VBox {
    /// Where the data is.
    enum Kind {
        PLAIN("On the engine's disk"),
        MEMORY("In memory (tmpfs)"),
        FOLDER("A folder of the engine's machine (bind)"),
        NFS("Another computer, by NFS"),
        CIFS("Another computer, by SMB (CIFS)"),
        OTHER("Another driver, or options of your own");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    private final Function<String, Optional<String>> nameFault;
    private final TextField name = field("volume-create-name", "Name");
    private final ComboBox<Kind> kind = new ComboBox<>();
    private final TextField size = field("volume-size", "Size, such as 100m");
    private final TextField path = field("volume-path", "Folder, such as /srv/data");
    private final TextField server = field("volume-server", "Server, such as 192.168.1.20");
    private final TextField share = field("volume-share", "Path or share there");
    private final TextField user = field("volume-user", "User, empty for a guest");
    private final PasswordField password = new PasswordField();
    private final TextField more = field("volume-more", "More options, such as nfsvers=4,soft");
    private final TextField driver = field("volume-driver", "Driver");
    private final TextArea options = area("volume-options", "Driver options, one key=value a line");
    private final TextArea labels = area("volume-labels", "Labels, one key=value a line");
    private final VBox place = new VBox(12);
    private final Label fault = new Label();
    private final VBox problems = new VBox();
    private final ActionButton create;

    /// @param nameFault what is wrong with a name
    public CreatePanel(Function<String, Optional<String>> nameFault, Consumer<VolumeSpec> onCreate, Runnable close) {
        this.nameFault = nameFault;
        setId("volume-create");
        getStyleClass().addAll(StyleClasses.PANEL, "volume-panel");
        setMinWidth(VolumePanel.WIDTH);
        setPrefWidth(VolumePanel.WIDTH);
        setMaxWidth(VolumePanel.WIDTH);
        setAccessibleText("Create volume");
        create = new ActionButton("Create volume", () -> onCreate.accept(spec())).primary();
        create.setId("volume-create-button");
        password.setId("volume-password");
        password.setAccessibleText("Password");
        kind.setId("volume-kind");
        kind.getItems().setAll(Kind.values());
        kind.setValue(Kind.PLAIN);
        kind.setMaxWidth(Double.MAX_VALUE);
        kind.setAccessibleText("Where the data is");
        driver.setText(VolumeSpec.LOCAL);
        fault.getStyleClass().addAll(StyleClasses.META, StyleClasses.TEXT_DANGER);
        fault.setWrapText(true);
        fault.setMinHeight(USE_PREF_SIZE);
        VBox form = new VBox(12, row("Name", name), row("Data", kind), place, row("Labels", labels), fault, problems);
        form.setPadding(new Insets(4, 16, 16, 16));
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head(close), scroll, footer(close));
        kind.valueProperty().subscribe(this::fields);
        for (TextField each : List.of(name, size, path, server, share, user, password, more, driver)) {
            each.textProperty().subscribe((before, now) -> check());
            each.setOnAction(event -> create.fire());
        }
        options.textProperty().subscribe((before, now) -> check());
        labels.textProperty().subscribe((before, now) -> check());
        check();
    }

    private HBox head(Runnable close) {
        Label title = new Label("Create volume");
        title.getStyleClass().add(StyleClasses.SECTION_TITLE);
        Gap gap = new Gap();
        HBox head = new HBox(
                8, Icons.VOLUMES.node(), title, gap, new IconButton(Icons.CLOSE, Icons.SMALL, "Close the form", close));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add(StyleClasses.PANEL_HEAD);
        return head;
    }

    private HBox footer(Runnable close) {
        Gap gap = new Gap();
        HBox footer = new HBox(8, gap, new ActionButton("Cancel", close), create);
        footer.setAlignment(Pos.CENTER_RIGHT);
        footer.getStyleClass().add(StyleClasses.FOOTER);
        return footer;
    }

    /// Puts the focus where it starts.
    public void focusName() {
        name.requestFocus();
        name.selectAll();
    }

    /// Empties the form after the volume was made.
    public void clear() {
        List.of(name, size, path, server, share, user, password, more).forEach(TextField::clear);
        options.clear();
        labels.clear();
        problems.getChildren().clear();
        kind.setValue(Kind.PLAIN);
    }

    /// Shows why it couldn't be made.
    public void failed(Problem why) {
        problems.getChildren().setAll(new ProblemPane(ProblemPane.Form.BANNER, why));
    }

    private void fields(Kind now) {
        place.getChildren()
                .setAll(
                        switch (now) {
                            case PLAIN -> List.of();
                            case MEMORY ->
                                List.of(
                                        row("Size", size),
                                        hint("What is in it is gone when the last container with it stops."));
                            case FOLDER ->
                                List.of(row("Folder", path), hint("It has to be there when a container starts."));
                            case NFS ->
                                List.of(row("Server", server), row("Path there", share), row("More options", more));
                            case CIFS ->
                                List.of(
                                        row("Server", server),
                                        row("Share", share),
                                        row("User", user),
                                        row("Password", password),
                                        hint(
                                                "The engine keeps the password in the volume's options, for everybody who may ask it."),
                                        row("More options", more));
                            case OTHER -> List.of(row("Driver", driver), row("Driver options", options));
                        });
        more.setPromptText(now == Kind.CIFS ? "vers=3.0,uid=1000" : "nfsvers=4,soft");
        check();
    }

    private VolumeForm form() {
        return switch (kind.getValue()) {
            case PLAIN, OTHER -> new VolumeForm.Plain();
            case MEMORY -> new VolumeForm.Memory(text(size));
            case FOLDER -> new VolumeForm.Folder(text(path));
            case NFS -> new VolumeForm.Nfs(text(server), text(share), text(more));
            case CIFS -> new VolumeForm.Cifs(text(server), text(share), text(user), password.getText(), text(more));
        };
    }

    private VolumeSpec spec() {
        boolean other = kind.getValue() == Kind.OTHER;
        return new VolumeSpec(
                text(name),
                other ? text(driver) : VolumeSpec.LOCAL,
                other ? pairs(options) : form().options(),
                pairs(labels));
    }

    private void check() {
        problems.getChildren().clear();
        Optional<String> wrong = nameFault
                .apply(text(name))
                .or(() -> form().fault())
                .or(() -> kind.getValue() == Kind.OTHER ? pairsFault(options) : Optional.empty())
                .or(() -> pairsFault(labels));
        boolean untouched = text(name).isEmpty();
        fault.setText(untouched ? "" : wrong.orElse(""));
        create.setUnavailable(untouched ? Optional.of("It needs a name") : wrong);
    }

    private static Map<String, String> pairs(TextArea area) {
        Map<String, String> map = new LinkedHashMap<>();
        area.getText()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    int equals = line.indexOf('=');
                    map.put(
                            equals < 0 ? line : line.substring(0, equals),
                            equals < 0 ? "" : line.substring(equals + 1));
                });
        return map;
    }

    private static Optional<String> pairsFault(TextArea area) {
        return area.getText()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("="))
                .findFirst()
                .map(line -> "“" + line + "” has no name before its =.");
    }

    private static String text(TextField field) {
        return field.getText().strip();
    }

    private static TextField field(String id, String text) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(text);
        int example = text.indexOf("such as ");
        field.setPromptText(example < 0 ? "" : text.substring(example + "such as ".length()));
        return field;
    }

    private static TextArea area(String id, String text) {
        TextArea area = new TextArea();
        area.setId(id);
        area.setAccessibleText(text);
        area.setPromptText("key=value");
        area.setPrefRowCount(2);
        return area;
    }

    private static VBox row(String title, Region field) {
        Label label = new Label(title);
        label.setLabelFor(field);
        return new VBox(4, label, field);
    }

    private static Label hint(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
