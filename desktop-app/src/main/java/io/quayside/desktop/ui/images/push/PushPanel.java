package io.quayside.desktop.ui.images.push;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.format.ImageNames;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.TypedName;
import io.quayside.desktop.ui.images.row.ImageLine;
import io.quayside.desktop.ui.images.transfer.RegistryFaults;
import io.quayside.desktop.ui.images.transfer.TransferList;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The panel beside the list: under which name an image is pushed, who is signed in there, and how the pushes of this
/// session go.
public final class PushPanel extends VBox {
    private static final double WIDTH = 420;
    private static final int LONGEST = 44;

    private final Pushes pushes;
    private final PushLogin login;
    private final RegistryFaults faults;
    private final Predicate<String> isHere;
    private final Consumer<String> copy;
    private final Label what = new Label();
    private final TextField field = new TextField();
    private final Label fault = new Label();
    private final Label note = new Label();
    private final Label signedIn = new Label();
    private final Hyperlink signIn = new Hyperlink("Sign in…");
    private final ActionButton push;
    private String source = "";

    /// @param isHere whether some image is called this already
    public PushPanel(
            Pushes pushes,
            PushLogin login,
            RegistryFaults faults,
            Predicate<String> isHere,
            Consumer<String> copy,
            Runnable close) {
        this.pushes = pushes;
        this.login = login;
        this.faults = faults;
        this.isHere = isHere;
        this.copy = copy;
        setId("push-panel");
        getStyleClass().addAll(StyleClasses.PANEL, "pull-panel");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        setAccessibleText("Push image");
        this.push = new ActionButton("Push", Icons.PUSH, this::start).primary();
        ScrollPane scroll = new ScrollPane(body());
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head(close), form(), scroll, footer(close));
        field.textProperty().subscribe(text -> typed());
        login.stateProperty().subscribe(ignored -> login());
    }

    /// This is to be pushed, under its own name unless somebody types another.
    ///
    /// @param reference a name of the image, or its id
    public void open(String reference) {
        source = reference;
        boolean id = reference.startsWith("sha256:");
        what.setText(id ? ImageLine.shortId(reference) : ImageNames.shorten(reference, LONGEST));
        field.setText(id ? "" : reference);
        login.again();
        typed();
        focusField();
    }

    /// The panel is on screen again.
    public void shownAgain() {
        login.again();
    }

    /// Puts the focus where typing begins.
    public void focusField() {
        field.requestFocus();
        field.end();
    }

    private void start() {
        if (fault().isEmpty() && !target().isEmpty()) {
            pushes.start(source, target());
        }
    }

    private String target() {
        return TypedName.complete(field.getText().strip());
    }

    private Optional<String> fault() {
        return field.getText().contains("@")
                ? Optional.of("An image is pushed under a tag. Its digest follows from what is in it.")
                : TypedName.fault(field.getText());
    }

    private void typed() {
        Optional<String> wrong = fault();
        String target = target();
        say(fault, wrong.orElse(""));
        say(note, wrong.isPresent() || target.isEmpty() || target.equals(source) ? "" : naming(target));
        push.setUnavailable(target.isEmpty() ? Optional.of("It has no name yet") : wrong);
        push.setAccessibleText("Push " + target);
        login.typed(wrong.isPresent() ? "" : target);
        login();
    }

    private String naming(String target) {
        return isHere.test(target)
                ? SafeText.line(target) + " is here already. The name then stands for this image."
                : "The image gets this name here too.";
    }

    private void login() {
        String host = SafeText.line(RegistryFaults.host(target()));
        switch (login.stateProperty().get()) {
            case PushLogin.State.Unknown _ -> say(signedIn, "");
            case PushLogin.State.SignedIn(String user) ->
                say(
                        signedIn,
                        user.equals("<token>")
                                ? "Signed in to " + host + " with a token."
                                : "Signed in to " + host + " as " + user + ".");
            case PushLogin.State.NotSignedIn _ -> say(signedIn, "Not signed in to " + host + ".");
            case PushLogin.State.Unreadable(String why) ->
                say(signedIn, "The login for " + host + " can’t be read: " + why);
        }
        boolean known = signedIn.isVisible();
        signIn.setText(login.stateProperty().get() instanceof PushLogin.State.SignedIn ? "Change…" : "Sign in…");
        signIn.setAccessibleText(signIn.getText() + " " + host);
        signIn.setVisible(known);
        signIn.setManaged(known);
    }

    private static void say(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    private static Region head(Runnable close) {
        Label title = new Label("Push image");
        title.getStyleClass().add(StyleClasses.SECTION_TITLE);
        HBox head = new HBox(title, new Gap(), new IconButton(Icons.CLOSE, Icons.SMALL, "Close the panel", close));
        head.getStyleClass().add(StyleClasses.PANEL_HEAD);
        head.setMinHeight(52);
        return head;
    }

    private Region form() {
        what.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        what.setId("push-source");
        field.setId("push-reference");
        field.setAccessibleText("Push as");
        field.setPromptText("registry/name:tag");
        field.getStyleClass().add("pull-field");
        field.setOnAction(event -> start());
        HBox.setHgrow(field, Priority.ALWAYS);
        push.setMinWidth(USE_PREF_SIZE);
        fault.getStyleClass().addAll(StyleClasses.META, StyleClasses.TEXT_DANGER);
        note.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        signedIn.getStyleClass().add(StyleClasses.META);
        signedIn.setId("push-login");
        fault.setWrapText(true);
        note.setWrapText(true);
        signedIn.setWrapText(true);
        signIn.getStyleClass().add(StyleClasses.META);
        signIn.setMinWidth(USE_PREF_SIZE);
        signIn.setOnAction(event -> {
            signIn.setVisited(false);
            faults.signIn(RegistryFaults.host(target()));
        });
        HBox who = new HBox(8, signedIn, signIn);
        who.setAlignment(Pos.CENTER_LEFT);
        who.setMinHeight(28);
        VBox form = new VBox(8, what, new HBox(8, field, push), fault, note, who);
        form.getStyleClass().addAll("pull-entry", "push-form");
        return form;
    }

    private Region body() {
        Label info = new Label("You can close this panel or leave the page. The push goes on under Tasks, and "
                + "cancelling keeps the layers that arrived.");
        info.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        info.setWrapText(true);
        HBox.setHgrow(info, Priority.ALWAYS);
        HBox line = new HBox(8, Icons.INFO.node(Icons.SMALL), info);
        line.getStyleClass().add("pull-note");
        line.visibleProperty().bind(Bindings.isNotEmpty(pushes.all()));
        line.managedProperty().bind(line.visibleProperty());
        VBox body = new VBox(new TransferList<>(pushes.all(), each -> new PushBlock(each, pushes, copy)), line);
        body.getStyleClass().add("pull-body");
        return body;
    }

    private static Region footer(Runnable close) {
        HBox footer = new HBox(new Gap(), new ActionButton("Close panel", close).small());
        footer.getStyleClass().add(StyleClasses.FOOTER);
        footer.setMinHeight(52);
        footer.setPrefHeight(52);
        return footer;
    }
}
