package io.quayside.desktop.ui.registries;

import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.Spinner;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The row of a registry; the form to sign in stands below it while it is open.
final class RegistryLine extends VBox {
    static final double ADDRESS = 236;
    static final double USER = 176;
    static final double USED = 128;
    static final double ACTIONS = 68;

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    /// What can be done with a row.
    interface Actions {
        void signIn();

        void test();

        void signOut();

        void certificate(X509Certificate certificate);

        ContextMenu menu();
    }

    private final RegistryRow row;
    private final Actions actions;
    private final HBox result = new HBox(6);
    private final VBox userCell;
    private final HBox line;

    RegistryLine(RegistryRow row, Actions actions) {
        this.row = row;
        this.actions = actions;
        getStyleClass().add("registry-row");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setAccessibleText(row.title() + ", " + row.note() + ", " + row.user() + ", " + row.userNote() + ", last used: "
                + row.used());
        Label title = new Label(row.title());
        title.getStyleClass().add(StyleClasses.MEDIUM);
        VBox texts = two(title, muted(row.note()));
        HBox.setHgrow(texts, Priority.ALWAYS);
        Label address = new Label(row.address());
        address.getStyleClass().add(StyleClasses.MONO_CAPTION);
        HBox addressCell = new HBox(8, address);
        addressCell.setAlignment(Pos.CENTER_LEFT);
        if (!row.encrypted()) {
            Label chip = new Label("Not encrypted");
            chip.getStyleClass().addAll(StyleClasses.CHIP, StyleClasses.CHIP_WARNING);
            chip.setMinWidth(USE_PREF_SIZE);
            addressCell.getChildren().add(chip);
        }
        fix(addressCell, ADDRESS);
        Label user = new Label(row.user());
        user.getStyleClass().add(StyleClasses.META);
        userCell = two(user, muted(row.userNote()));
        fix(userCell, USER);
        Label used = muted(row.used());
        fix(used, USED);
        result.setAlignment(Pos.CENTER_LEFT);
        result.getStyleClass().add("registry-result");
        IconButton test = new IconButton(Icons.REFRESH, "Test " + row.title(), actions::test);
        IconButton more = new IconButton(Icons.MORE, "More actions for " + row.title(), () -> {});
        more.setOnAction(event -> actions.menu().show(more, Side.BOTTOM, 0, 0));
        HBox buttons = new HBox(2, test, more);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        fix(buttons, ACTIONS);
        Node icon = Icons.REGISTRIES.node(Icons.SMALL);
        line = new HBox(12, icon, texts, addressCell, userCell, used, buttons);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("registry-line");
        getChildren().add(line);
        line.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                requestFocus();
                if (event.getClickCount() == 2) {
                    actions.signIn();
                }
            }
        });
        setOnContextMenuRequested(event -> {
            actions.menu().show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> keys(event, actions));
    }

    private void keys(KeyEvent event, Actions actions) {
        if (event.getTarget() != this) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            actions.signIn();
        } else if (event.getCode() == KeyCode.DELETE && row.signedIn()) {
            actions.signOut();
        } else {
            return;
        }
        event.consume();
    }

    RegistryRow row() {
        return row;
    }

    /// Puts the form below the row, or takes it away.
    void showForm(Optional<SignInForm> form) {
        pseudoClassStateChanged(OPEN, form.isPresent());
        getChildren().removeIf(SignInForm.class::isInstance);
        form.ifPresent(getChildren()::add);
    }

    /// Says in the row what came of a test.
    void showCheck(RegistryCheck check) {
        getChildren().remove(result);
        Supplier<Node> sign = switch (check) {
            case RegistryCheck.None _ -> null;
            case RegistryCheck.Asking _ -> Spinner::new;
            case RegistryCheck.Answers _ -> StateGlyph.DONE::node;
            case RegistryCheck.Fails _, RegistryCheck.NotTrusted _ -> StateGlyph.FAILED::node;
        };
        if (sign != null) {
            Label words = muted(check.words());
            words.setWrapText(true);
            result.getChildren().setAll(Objects.requireNonNull(sign.get()), words);
            if (check instanceof RegistryCheck.NotTrusted not) {
                result.getChildren().addAll(links(not.certificate()));
            }
            getChildren().add(1, result);
        }
    }

    private List<Hyperlink> links(X509Certificate certificate) {
        Hyperlink show = new Hyperlink("Show certificate and trust it…");
        show.setMinWidth(USE_PREF_SIZE);
        show.setOnAction(event -> {
            show.setVisited(false);
            actions.certificate(certificate);
        });
        return List.of(show);
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        return label;
    }

    private static VBox two(Node first, Node second) {
        VBox texts = new VBox(first, second);
        texts.setAlignment(Pos.CENTER_LEFT);
        texts.setMinWidth(0);
        return texts;
    }

    private static void fix(javafx.scene.layout.Region cell, double width) {
        cell.setMinWidth(width);
        cell.setPrefWidth(width);
        cell.setMaxWidth(width);
    }
}
