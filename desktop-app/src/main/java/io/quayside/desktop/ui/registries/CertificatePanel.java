package io.quayside.desktop.ui.registries;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.registry.RegistryCertificates;
import java.security.cert.X509Certificate;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Who signed the certificate of a registry, until when it counts and what it looks like, with what trusting it does.
final class CertificatePanel extends VBox {
    private static final double WIDTH = 560;
    private static final int LONGEST = 300;

    private final ActionButton cancel;
    private int row;

    /// @param server the registry
    /// @param certificate the last one that the registry shows: its authority, or its own
    /// @param effect what trusting it does, in words
    CertificatePanel(
            String server,
            X509Certificate certificate,
            String effect,
            Runnable trust,
            Consumer<String> copy,
            Runnable close) {
        getStyleClass().add(StyleClasses.CONFIRM);
        setId("certificate-panel");
        setPrefWidth(WIDTH);
        setMaxSize(WIDTH, USE_PREF_SIZE);
        Label title = new Label("Certificate of " + SafeText.output(server, LONGEST));
        title.getStyleClass().add(StyleClasses.SECTION_TITLE);
        GridPane facts = new GridPane(12, 4);
        fact(facts, "For", certificate.getSubjectX500Principal().getName());
        fact(facts, "Signed by", certificate.getIssuerX500Principal().getName());
        fact(
                facts,
                "Valid",
                Times.full(certificate.getNotBefore().toInstant()) + " to "
                        + Times.full(certificate.getNotAfter().toInstant()));
        Label print = new Label("SHA-256 fingerprint, to be compared with what the registry’s operator says:");
        print.setWrapText(true);
        print.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        Label fingerprint = new Label(RegistryCertificates.fingerprint(certificate));
        fingerprint.setWrapText(true);
        fingerprint.setMinHeight(USE_PREF_SIZE);
        fingerprint.getStyleClass().add(StyleClasses.MONO_CAPTION);
        Label does = new Label(effect);
        does.setWrapText(true);
        does.setMinHeight(USE_PREF_SIZE);
        cancel = new ActionButton("Cancel", close);
        Gap gap = new Gap();
        HBox foot = new HBox(
                8,
                new ActionButton(
                        "Copy certificate", Icons.COPY, () -> copy.accept(RegistryCertificates.pem(certificate))),
                gap,
                cancel,
                new ActionButton("Trust this registry", trust).primary());
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(title, facts, print, fingerprint, does, foot);
    }

    private void fact(GridPane facts, String name, String value) {
        Label label = new Label(name);
        label.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        label.setMinWidth(USE_PREF_SIZE);
        Label text = new Label(SafeText.output(value, LONGEST));
        text.setWrapText(true);
        facts.addRow(row++, label, text);
    }

    void focusCancel() {
        cancel.requestFocus();
    }
}
