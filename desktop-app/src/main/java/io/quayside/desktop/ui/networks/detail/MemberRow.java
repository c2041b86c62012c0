package io.quayside.desktop.ui.networks.detail;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.networks.list.NetworkLine;
import io.quayside.desktop.ui.networks.list.NetworkMember;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A container in a network: its state, addresses and further names, and the way out.
final class MemberRow extends HBox {
    private final ActionButton out;

    /// @param aliases empty while they aren't known
    /// @param leaving whether it is on its way out
    MemberRow(
            NetworkLine network,
            NetworkMember member,
            List<String> aliases,
            boolean leaving,
            Consumer<String> show,
            Runnable disconnect) {
        super(10);
        getStyleClass().add("network-member");
        setAlignment(Pos.CENTER_LEFT);
        Hyperlink name = new Hyperlink(member.name());
        name.getStyleClass().add(StyleClasses.MEDIUM);
        name.setMinWidth(0);
        name.setOnAction(event -> {
            name.setVisited(false);
            show.accept(member.id());
        });
        name.setAccessibleText("Show " + member.name());
        Label addresses = new Label(
                member.addresses().isEmpty()
                        ? member.isUp() ? "No address" : "No address while it is stopped"
                        : String.join(", ", member.addresses()));
        addresses.getStyleClass().addAll(StyleClasses.MUTED);
        addresses.getStyleClass().add(member.addresses().isEmpty() ? StyleClasses.META : StyleClasses.MONO_CAPTION);
        VBox texts = new VBox(1, name, addresses);
        if (!aliases.isEmpty()) {
            Label also = new Label("Also " + String.join(", ", aliases));
            also.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
            also.setWrapText(true);
            also.setMinHeight(USE_PREF_SIZE);
            texts.getChildren().add(also);
        }
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        out = new ActionButton(leaving ? "Disconnecting…" : "Disconnect", disconnect).small();
        out.setMinWidth(USE_PREF_SIZE);
        out.setAccessibleText("Disconnect " + member.name());
        out.setUnavailable(network.closed()
                .map(reason -> "Containers leave " + network.name() + " only when they are deleted.")
                .or(() -> leaving || !network.live() ? Optional.of("Not possible at the moment") : Optional.empty()));
        getChildren().addAll(member.status().glyph().node(), texts, out);
    }
}
