package io.quayside.desktop.ui.registries;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.control.Spinner;
import io.quayside.desktop.ui.registries.SignInViewModel.Field;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.credential.RegistryServer;
import java.security.cert.X509Certificate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Address, user and password, and beside the password where it would be kept. Enter is the safe way, Esc closes.
final class SignInForm extends VBox {
    private static final double LABELS = 152;
    private static final double SIDE = 388;

    private final SignInViewModel model;
    private final Runnable close;
    private final Runnable done;
    private final BiConsumer<String, X509Certificate> certificate;
    private final Hyperlink showCertificate = new Hyperlink("Show certificate and trust it…");
    private final Label distrust = new Label();
    private final VBox untrusted = new VBox(2, distrust, showCertificate);
    private final Label title = new Label();
    private final Map<Field, Label> errors = new EnumMap<>(Field.class);
    private final Map<Field, TextField> inputs = new EnumMap<>(Field.class);
    private final TextField shownSecret = new TextField();
    private final Label check = new Label();
    private final VBox side = new VBox(12);
    private final HBox foot = new HBox(8);
    private final VBox problem = new VBox();

    /// @param close the user wants no more of it
    /// @param done somebody is signed in
    /// @param certificate shows the certificate of a registry, which can then be trusted
    SignInForm(SignInViewModel model, Runnable close, Runnable done, BiConsumer<String, X509Certificate> certificate) {
        this.model = model;
        this.close = close;
        this.done = done;
        this.certificate = certificate;
        setId("sign-in");
        getStyleClass().addAll(StyleClasses.CARD, "sign-in");
        title.getStyleClass().add(StyleClasses.SECTION_TITLE);
        Gap gap = new Gap();
        HBox head = new HBox(title, gap, new IconButton(Icons.CLOSE, "Close the form", close));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox fields = new VBox(8, row(Field.ADDRESS), untrusted(), row(Field.USER), row(Field.SECRET), advice());
        HBox.setHgrow(fields, Priority.ALWAYS);
        side.setMinWidth(SIDE);
        side.setPrefWidth(SIDE);
        side.setMaxWidth(SIDE);
        HBox columns = new HBox(32, fields, side);
        Region rule = new Region();
        rule.getStyleClass().add(StyleClasses.RULE);
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(head, columns, problem, rule, foot);
        model.addressProperty()
                .subscribe(
                        text -> title.setText(text.isBlank() ? "Sign in to a registry" : "Sign in to " + text.strip()));
        model.keeperProperty().subscribe(this::showKeeper);
        model.checkProperty().subscribe(this::showCheck);
        model.problemProperty().subscribe(this::showProblem);
        model.wrongProperty().subscribe(this::showWrong);
        model.busyProperty().subscribe(() -> showKeeper(model.keeperProperty().get()));
        addEventHandler(KeyEvent.KEY_PRESSED, this::keys);
    }

    void focusFirst() {
        input(model.addressProperty().get().isEmpty() ? Field.ADDRESS : Field.USER)
                .requestFocus();
    }

    private void keys(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close.run();
        } else if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof TextField) {
            event.consume();
            signIn(isKeptSafely());
        }
    }

    private boolean isKeptSafely() {
        return model.keeperProperty().get().isPresent();
    }

    private void signIn(boolean keep) {
        model.signIn(keep, done);
        model.wrongProperty().get().ifPresent(wrong -> input(wrong.field()).requestFocus());
    }

    private TextField input(Field field) {
        return Objects.requireNonNull(inputs.get(field));
    }

    private VBox row(Field field) {
        TextField input = field == Field.SECRET ? new PasswordField() : new TextField();
        String name = switch (field) {
            case ADDRESS -> "Address";
            case USER -> "User name";
            case SECRET -> "Password or token";
        };
        inputs.put(field, input);
        input.setId("sign-in-" + field.name().toLowerCase(Locale.ROOT));
        input.setAccessibleText(name);
        input.getStyleClass().add("sign-in-input");
        input.textProperty()
                .bindBidirectional(
                        switch (field) {
                            case ADDRESS -> model.addressProperty();
                            case USER -> model.userProperty();
                            case SECRET -> model.secretProperty();
                        });
        StackPane box = new StackPane(input);
        HBox.setHgrow(box, Priority.ALWAYS);
        if (field == Field.ADDRESS) {
            input.setPromptText("registry.example.com");
            input.focusedProperty().subscribe(focused -> {
                if (!focused) {
                    model.look();
                }
            });
            check.setMouseTransparent(true);
            StackPane.setAlignment(check, Pos.CENTER_RIGHT);
            StackPane.setMargin(check, new javafx.geometry.Insets(0, 8, 0, 0));
            box.getChildren().add(check);
        } else if (field == Field.SECRET) {
            addEye(input, box);
        }
        Label label = new Label(name);
        label.setMinWidth(LABELS);
        label.setLabelFor(input);
        HBox line = new HBox(12, label, box);
        line.setAlignment(Pos.CENTER_LEFT);
        Label error = new Label("", Icons.ERROR.node(Icons.SMALL));
        error.getStyleClass().addAll(StyleClasses.META, StyleClasses.TEXT_DANGER, "below-input");
        error.setWrapText(true);
        errors.put(field, error);
        return new VBox(4, line, error);
    }

    private void addEye(TextField dotted, StackPane box) {
        shownSecret.getStyleClass().add("sign-in-input");
        shownSecret.setAccessibleText("Password or token, shown");
        shownSecret.setVisible(false);
        shownSecret.textProperty().bindBidirectional(model.secretProperty());
        IconButton[] eye = new IconButton[1];
        eye[0] = new IconButton(Icons.SHOW, "Show the password", () -> {
            boolean show = !shownSecret.isVisible();
            shownSecret.setVisible(show);
            dotted.setVisible(!show);
            eye[0].setName(show ? "Hide the password" : "Show the password");
            (show ? shownSecret : dotted).requestFocus();
        });
        StackPane.setAlignment(eye[0], Pos.CENTER_RIGHT);
        box.getChildren().addAll(shownSecret, eye[0]);
    }

    private static Label advice() {
        Label advice =
                new Label("A token made for this computer is safer than your password: you can withdraw it alone.");
        advice.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED, "below-input");
        advice.setWrapText(true);
        advice.setMinHeight(USE_PREF_SIZE);
        return advice;
    }

    private void showWrong(Optional<SignInViewModel.Wrong> wrong) {
        errors.forEach((field, label) -> {
            String words = wrong.filter(what -> what.field() == field)
                    .map(SignInViewModel.Wrong::words)
                    .orElse("");
            label.setText(words);
            label.setVisible(!words.isEmpty());
            label.setManaged(!words.isEmpty());
            input(field).setAccessibleHelp(words.isEmpty() ? null : words);
        });
    }

    private Node untrusted() {
        untrusted.getStyleClass().add("below-input");
        distrust.getStyleClass().addAll(StyleClasses.META, StyleClasses.TEXT_DANGER);
        distrust.setWrapText(true);
        distrust.setMinHeight(USE_PREF_SIZE);
        showCertificate.setMinWidth(USE_PREF_SIZE);
        return untrusted;
    }

    private void showUntrusted(RegistryCheck now) {
        boolean shown = now instanceof RegistryCheck.NotTrusted;
        untrusted.setVisible(shown);
        untrusted.setManaged(shown);
        if (now instanceof RegistryCheck.NotTrusted not) {
            distrust.setText(not.words());
            showCertificate.setOnAction(event -> {
                showCertificate.setVisited(false);
                certificate.accept(
                        RegistryServer.ofTyped(model.addressProperty().get()), not.certificate());
            });
        }
    }

    private void showCheck(RegistryCheck now) {
        showUntrusted(now);
        check.setText(now instanceof RegistryCheck.NotTrusted ? "Certificate not trusted" : now.words());
        check.setVisible(!now.words().isEmpty());
        check.getStyleClass()
                .setAll(
                        "label",
                        StyleClasses.CHIP,
                        switch (now) {
                            case RegistryCheck.Answers _ -> StyleClasses.CHIP_SUCCESS;
                            case RegistryCheck.Fails _, RegistryCheck.NotTrusted _ -> StyleClasses.CHIP_DANGER;
                            case RegistryCheck.None _, RegistryCheck.Asking _ -> StyleClasses.MUTED;
                        });
    }

    private void showProblem(Optional<Problem> now) {
        problem.getChildren().clear();
        now.ifPresent(shown -> problem.getChildren().add(new ProblemPane(ProblemPane.Form.BANNER, shown)));
        problem.setVisible(now.isPresent());
        problem.setManaged(now.isPresent());
    }

    private void showKeeper(Optional<String> keeper) {
        side.getChildren().setAll(keeper.map(SignInForm::kept).orElseGet(this::unencrypted));
        if (keeper.isEmpty()) {
            side.getChildren()
                    .add(note("The docker command uses the same login if it is stored. For this session only, just "
                            + "Quayside has it."));
        }
        boolean busy = model.busyProperty().get();
        Label hint = new Label(keeper.isPresent() ? "Enter signs in." : "Enter signs in for this session only.");
        hint.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        Gap gap = new Gap();
        ActionButton cancel = new ActionButton("Cancel", close);
        foot.getChildren().setAll(busy ? new Spinner() : hint, gap, cancel);
        Optional<String> reason = busy ? Optional.of("The registry is being asked") : Optional.empty();
        ActionButton session = new ActionButton("Use for this session only", () -> signIn(false));
        ActionButton store = new ActionButton(keeper.isPresent() ? "Sign in" : "Store anyway", () -> signIn(true));
        session.setUnavailable(reason);
        store.setUnavailable(reason);
        (keeper.isPresent() ? store : session).primary();
        foot.getChildren().addAll(keeper.isPresent() ? session : store, keeper.isPresent() ? store : session);
    }

    private static Node kept(String program) {
        return note("Kept in the system keychain by " + program + ", where the docker command finds it too.");
    }

    private Node unencrypted() {
        Label words = new Label("The password would be stored unencrypted in " + model.file()
                + ". Anyone who can read your files could use it.");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().add(StyleClasses.META);
        Label warning = new Label("This system has no keychain.");
        warning.getStyleClass().add(StyleClasses.STRONG);
        VBox texts = new VBox(2, warning, words);
        HBox.setHgrow(texts, Priority.ALWAYS);
        Node icon = Icons.WARNING.node();
        icon.getStyleClass().add(StyleClasses.TEXT_WARNING);
        HBox card = new HBox(12, icon, texts);
        card.getStyleClass().add("keychain-warning");
        return card;
    }

    private static Node note(String text) {
        Label words = new Label(text);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        HBox line = new HBox(8, Icons.INFO.node(Icons.SMALL), words);
        HBox.setHgrow(words, Priority.ALWAYS);
        return line;
    }
}
