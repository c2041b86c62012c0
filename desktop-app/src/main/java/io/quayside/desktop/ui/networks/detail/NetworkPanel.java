package io.quayside.desktop.ui.networks.detail;

import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.networks.list.NetworkLine;
import io.quayside.desktop.ui.networks.list.NetworkListener;
import io.quayside.desktop.ui.networks.list.NetworkMember;
import io.quayside.desktop.ui.networks.list.NetworkRow;
import io.quayside.desktop.ui.networks.list.NetworksViewModel;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.model.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// One network beside the list: who is in it with which addresses and names, and what it is made of. FX thread.
public final class NetworkPanel extends VBox {
    private final NetworksViewModel model;
    private final NetworkListener page;
    private final MemberAliases reader;
    private final Label title = new Label();
    private final VBox members = new VBox();
    private final VBox facts = new VBox(6);
    private final ActionButton connect;
    private final ActionButton delete;
    private final Set<String> leaving = new HashSet<>();
    private Map<String, List<String>> aliases = new HashMap<>();
    private Optional<NetworkRow> row = Optional.empty();
    private Subscription following = Subscription.EMPTY;
    private List<NetworkMember> asked = List.of();

    public NetworkPanel(ContainersParts parts, NetworksViewModel model, NetworkListener page, Runnable close) {
        this.model = model;
        this.page = page;
        this.reader = new MemberAliases(parts);
        setId("network-panel");
        getStyleClass().addAll(StyleClasses.PANEL, "network-panel");
        title.getStyleClass().add(StyleClasses.SECTION_TITLE);
        title.setMinWidth(0);
        Gap gap = new Gap();
        HBox head = new HBox(title, gap, new IconButton(Icons.CLOSE, Icons.SMALL, "Close the panel", close));
        head.getStyleClass().add(StyleClasses.PANEL_HEAD);
        head.setMinHeight(52);
        members.setId("network-members");
        facts.getStyleClass().add("network-facts");
        ScrollPane scroll = new ScrollPane(new VBox(members, facts));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        connect = new ActionButton("Connect container…", Icons.ADD, () -> row.ifPresent(page::connect)).small();
        connect.setId("network-connect");
        delete = new ActionButton(
                        "Delete",
                        Icons.DELETE,
                        () -> row.ifPresent(each -> model.deletion().delete(List.of(each), page::ask)))
                .small()
                .danger();
        delete.setId("network-delete");
        Gap space = new Gap();
        HBox footer = new HBox(connect, space, delete);
        footer.getStyleClass().add(StyleClasses.FOOTER);
        footer.setMinHeight(52);
        footer.setPrefHeight(52);
        getChildren().addAll(head, scroll, footer);
    }

    /// Shows this network from now on.
    public void follow(Optional<NetworkRow> next) {
        if (!next.equals(row)) {
            following.unsubscribe();
            row = next;
            aliases = new HashMap<>();
            asked = List.of();
            following =
                    next.map(each -> each.lineProperty().subscribe(this::show)).orElse(Subscription.EMPTY);
        }
        if (row.isEmpty()) {
            nothing();
        }
    }

    /// Nobody sees it any more.
    public void stop() {
        following.unsubscribe();
        following = Subscription.EMPTY;
        row = Optional.empty();
        reader.stop();
    }

    public boolean settled() {
        return reader.settled();
    }

    /// Puts the focus where work begins.
    public void focusFirst() {
        connect.requestFocus();
    }

    private void nothing() {
        title.setText("Nothing selected");
        members.getChildren().clear();
        facts.getChildren().clear();
        connect.setUnavailable(Optional.of("Select a network first"));
        delete.setUnavailable(Optional.of("Select a network first"));
    }

    private void show(NetworkLine line) {
        title.setText(line.name());
        Tip.on(title, line.name());
        setAccessibleText("Network " + line.name());
        connect.setUnavailable(
                line.closed().or(() -> line.canAct() ? Optional.empty() : Optional.of("Not possible at the moment")));
        delete.setUnavailable(line.notDeletable());
        paint(line);
        facts(line);
        List<NetworkMember> now = line.members();
        if (!now.equals(asked)) {
            asked = now;
            reader.ask(line, found -> {
                aliases = found;
                row.ifPresent(each -> paint(each.line()));
            });
        }
    }

    private void paint(NetworkLine line) {
        List<Node> rows = new ArrayList<>();
        Label heading = new Label(line.members().isEmpty() ? "No containers" : line.containers());
        heading.getStyleClass().addAll(StyleClasses.STRONG, "network-heading");
        rows.add(heading);
        leaving.retainAll(line.members().stream().map(NetworkMember::id).toList());
        for (NetworkMember member : line.members()) {
            rows.add(new MemberRow(
                    line,
                    member,
                    aliases.getOrDefault(member.id(), List.of()),
                    leaving.contains(member.id()),
                    page::show,
                    () -> disconnect(line, member)));
        }
        members.getChildren().setAll(rows);
    }

    private void disconnect(NetworkLine line, NetworkMember member) {
        leaving.add(member.id());
        paint(line);
        model.work().disconnect(line, member, !member.isUp(), () -> {}, why -> {
            leaving.remove(member.id());
            row.ifPresent(each -> paint(each.line()));
            model.tell(why);
        });
    }

    private void facts(NetworkLine line) {
        Network network = line.network();
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Driver", line.driver());
        for (Network.Subnet subnet : network.subnets()) {
            all.merge("Subnet", words(subnet), (first, second) -> first + "\n" + second);
        }
        all.put("IPv6", network.ipv6() ? "On" : "Off");
        all.put("Way out", network.internal() ? "None, the network is internal" : "Yes");
        if (network.attachable()) {
            all.put("Attachable", "By containers outside the swarm");
        }
        line.project().ifPresent(project -> all.put("Project", project));
        network.created().ifPresent(created -> all.put("Created", Times.full(created)));
        all.put(
                "ID",
                SafeText.line(
                        network.id().substring(0, Math.min(12, network.id().length()))));
        network.options().forEach((key, value) -> all.put(SafeText.line(key), SafeText.line(value)));
        network.labels().forEach((key, value) -> all.put(SafeText.line(key), SafeText.line(value)));
        facts.getChildren().setAll(line.lock().map(NetworkPanel::lock).stream().toList());
        all.forEach((name, value) -> facts.getChildren().add(fact(name, value)));
    }

    private static Node lock(String reason) {
        Label words = new Label(reason, Icons.LOCK.node(Icons.SMALL));
        words.setWrapText(true);
        words.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        return words;
    }

    private static String words(Network.Subnet subnet) {
        String gateway = subnet.gateway().isEmpty() ? "" : ", gateway " + SafeText.line(subnet.gateway());
        String range = subnet.ipRange().isEmpty() ? "" : ", containers in " + SafeText.line(subnet.ipRange());
        return SafeText.line(subnet.subnet()) + gateway + range;
    }

    private static Node fact(String name, String value) {
        Label key = new Label(name);
        key.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        key.setMinWidth(96);
        key.setMaxWidth(150);
        Label text = new Label(value.isEmpty() ? "–" : value);
        text.getStyleClass().add(StyleClasses.META);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        return new HBox(8, key, text);
    }
}
