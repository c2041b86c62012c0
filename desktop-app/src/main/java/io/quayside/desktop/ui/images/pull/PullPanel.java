package io.quayside.desktop.ui.images.pull;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.SearchField;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.TypedName;
import io.quayside.desktop.ui.images.transfer.Platform;
import io.quayside.desktop.ui.images.transfer.TransferList;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.credential.RegistryServer;
import io.quayside.engine.model.SearchResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The panel beside the list: what to pull, for which machine, and how the pulls of this session go.
public final class PullPanel extends VBox {
    private static final double WIDTH = 420;

    /// Four and a half results: that there are more shows.
    private static final double HITS = 198;

    private final Pulls pulls;
    private final ImageSearch search;
    private final Supplier<TagList> tags;
    private final TagList typedTags;
    private final VBox found = new VBox();
    private final Consumer<String> run;
    private final SearchField field = new SearchField("Name or search", "");
    private final ComboBox<Platform> platform = new ComboBox<>();
    private final Label fault = new Label();
    private final ActionButton pull;
    private final Label what = new Label();
    private final HBox hit;

    /// @param run opens the form for a container of an image
    public PullPanel(Pulls pulls, ImageSearch search, Supplier<TagList> tags, Consumer<String> run, Runnable close) {
        this.tags = tags;
        this.typedTags = tags.get();
        this.search = search;
        this.pulls = pulls;
        this.run = run;
        setId("pull-panel");
        getStyleClass().addAll(StyleClasses.PANEL, "pull-panel");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        setAccessibleText("Pull image");
        this.pull = new ActionButton("Pull", this::start).small();
        this.hit = hit();
        ScrollPane hits = new ScrollPane(new VBox(hit, typedTags, found));
        hits.setFitToWidth(true);
        hits.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        hits.setMaxHeight(HITS);
        hits.setMinHeight(USE_PREF_SIZE);
        search.foundProperty().subscribe(this::found);
        ScrollPane scroll = new ScrollPane(body());
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head(close), entry(), hits, scroll, footer(close));
        field.textProperty().subscribe(text -> typed());
    }

    /// Puts the focus where typing begins.
    public void focusField() {
        field.requestFocus();
        field.selectAll();
    }

    /// As if this had been typed.
    public void type(String reference) {
        field.setText(reference);
        field.positionCaret(reference.length());
    }

    /// The engine's own platform has become known.
    public void ownPlatform(String arch) {
        Platform chosen = platform.getValue();
        platform.getItems().setAll(Platform.all(arch));
        platform.setValue(
                platform.getItems().contains(chosen)
                        ? chosen
                        : platform.getItems().getFirst());
    }

    private void start() {
        if (hit.isVisible() && TypedName.fault(field.getText()).isEmpty()) {
            pulls.start(field.getText(), platform.getValue().name());
            field.clear();
        }
    }

    private void typed() {
        String text = field.getText().strip();
        search.typed(text);
        Optional<String> wrong = TypedName.fault(text);
        hit.setVisible(!text.isEmpty());
        hit.setManaged(!text.isEmpty());
        typedTags.close();
        what.setText(SafeText.line(TypedName.complete(text)));
        fault.setText(wrong.orElse(""));
        fault.setVisible(wrong.isPresent());
        fault.setManaged(wrong.isPresent());
        pull.setUnavailable(wrong);
        pull.setAccessibleText("Pull " + TypedName.complete(text));
    }

    private void found(ImageSearch.Found now) {
        String typed = now.term();
        found.getChildren()
                .setAll(now.results().orElse(List.of()).stream()
                        .filter(result -> !name(typed, result).equals(typed))
                        .map(result -> row(name(typed, result), result))
                        .toList());
        if (now.results().isEmpty()) {
            Label unable = new Label("The registry can’t be searched now.");
            unable.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED, "pull-unable");
            found.getChildren().add(unable);
        }
    }

    private FoundRow row(String name, SearchResult result) {
        return new FoundRow(
                name, result, () -> pulls.start(name, platform.getValue().name()), tags.get());
    }

    /// Registries name what they have without themselves.
    private static String name(String typed, SearchResult result) {
        String server = RegistryServer.ofImage(typed);
        boolean hub = server.equals(RegistryServer.DOCKER_HUB);
        return hub || result.name().startsWith(server + "/") ? result.name() : server + "/" + result.name();
    }

    private Region head(Runnable close) {
        Label title = new Label("Pull image");
        title.getStyleClass().add(StyleClasses.SECTION_TITLE);
        IconButton cross = new IconButton(Icons.CLOSE, Icons.SMALL, "Close the panel", close);
        HBox head = new HBox(title, new Gap(), cross);
        head.getStyleClass().add(StyleClasses.PANEL_HEAD);
        head.setMinHeight(52);
        return head;
    }

    private Region entry() {
        field.setId("pull-field");
        field.getStyleClass().add("pull-field");
        field.setOnAction(event -> start());
        HBox.setHgrow(field, Priority.ALWAYS);
        platform.setAccessibleText("Platform");
        platform.setId("pull-platform");
        platform.setPrefWidth(104);
        platform.setMinWidth(104);
        ownPlatform("");
        HBox row = new HBox(8, field, platform);
        row.getStyleClass().add("pull-entry");
        return row;
    }

    private HBox hit() {
        what.getStyleClass().add(StyleClasses.MEDIUM);
        fault.getStyleClass().addAll(StyleClasses.META, StyleClasses.TEXT_DANGER);
        fault.setWrapText(true);
        VBox texts = new VBox(what, fault);
        texts.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(texts, Priority.ALWAYS);
        pull.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(
                8,
                texts,
                FoundRow.tagsButton("what is typed", () -> typedTags.toggle(TypedName.bare(field.getText()))),
                pull);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("pull-hit");
        return row;
    }

    private Region body() {
        Label info = new Label("You can close this panel or leave the page. The pull goes on under Tasks.");
        info.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        info.setWrapText(true);
        HBox.setHgrow(info, Priority.ALWAYS);
        HBox note = new HBox(8, Icons.INFO.node(Icons.SMALL), info);
        note.getStyleClass().add("pull-note");
        note.visibleProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(pulls.all()));
        note.managedProperty().bind(note.visibleProperty());
        VBox body = new VBox(
                new TransferList<>(pulls.all(), pull -> new PullBlock(pull, pulls, () -> run.accept(pull.reference()))),
                note);
        body.getStyleClass().add("pull-body");
        return body;
    }

    private Region footer(Runnable close) {
        CheckBox then = new CheckBox("Run a container when it is here");
        then.getStyleClass().add("pull-then");
        then.selectedProperty().bindBidirectional(pulls.runWhenHereProperty());
        HBox footer = new HBox(then, new Gap(), new ActionButton("Close panel", close).small());
        footer.getStyleClass().add(StyleClasses.FOOTER);
        footer.setMinHeight(52);
        footer.setPrefHeight(52);
        return footer;
    }
}
