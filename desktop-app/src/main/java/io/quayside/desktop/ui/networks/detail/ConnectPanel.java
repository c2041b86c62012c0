package io.quayside.desktop.ui.networks.detail;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.networks.form.PanelField;
import io.quayside.desktop.ui.networks.list.NetworkLine;
import io.quayside.desktop.ui.networks.list.NetworkMember;
import io.quayside.desktop.ui.networks.list.NetworkRow;
import io.quayside.desktop.ui.networks.list.NetworksViewModel;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.network.IpRange;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;

/// Puts a container into a network, with further names and an address of its own if it is to have them. FX thread.
public final class ConnectPanel extends VBox {
    private final NetworksViewModel model;
    private final NetworkRow row;
    private final Runnable done;
    private final ComboBox<Container> container = new ComboBox<>();
    private final PanelField aliases = new PanelField("Aliases", "connect-aliases", "such as www, api");
    private final PanelField ipv4 = new PanelField("IPv4 address", "connect-ipv4", "any that is free");
    private final PanelField ipv6 = new PanelField("IPv6 address", "connect-ipv6", "any that is free");
    private final StackPane problem = new StackPane();
    private final ActionButton act;
    private Subscription following = Subscription.EMPTY;
    private boolean busy;

    /// @param done it is connected, or nobody wants it any more
    public ConnectPanel(NetworksViewModel model, NetworkRow row, Runnable done) {
        this.model = model;
        this.row = row;
        this.done = done;
        NetworkLine line = row.line();
        setId("connect-panel");
        getStyleClass().addAll(StyleClasses.PANEL, "network-panel");
        setAccessibleText("Connect a container to " + line.name());
        Label title = new Label("Connect to " + line.name());
        title.getStyleClass().add(StyleClasses.SECTION_TITLE);
        title.setMinWidth(0);
        HBox head = new HBox(title, new Gap(), new IconButton(Icons.CLOSE, Icons.SMALL, "Close the form", done));
        head.getStyleClass().add(StyleClasses.PANEL_HEAD);
        head.setMinHeight(52);
        container.setId("connect-container");
        container.setAccessibleText("Container");
        container.setMaxWidth(Double.MAX_VALUE);
        container.setPromptText("Choose a container");
        container.setConverter(new Names());
        Label label = new Label("Container");
        label.getStyleClass().add(StyleClasses.MEDIUM);
        label.setLabelFor(container);
        if (!line.isUserDefined()) {
            Optional<String> why = Optional.of(
                    "Not in " + line.name() + ": only networks that somebody made have names and fixed addresses.");
            aliases.setUnavailable(why);
            ipv4.setUnavailable(why);
            ipv6.setUnavailable(why);
        }
        boolean hasV6 = line.network().subnets().stream()
                .anyMatch(subnet -> IpRange.parse(subnet.subnet())
                        .filter(range -> !range.isV4())
                        .isPresent());
        ipv6.setVisible(hasV6);
        ipv6.setManaged(hasV6);
        problem.managedProperty().bind(problem.visibleProperty());
        problem.setVisible(false);
        VBox body = new VBox(14, problem, new VBox(4, label, container), aliases, ipv4, ipv6);
        body.getStyleClass().add("network-form");
        VBox.setVgrow(body, Priority.ALWAYS);
        act = new ActionButton("Connect", this::connect).small().primary();
        act.setId("connect-act");
        HBox footer = new HBox(new Gap(), new ActionButton("Cancel", done).small(), act);
        footer.getStyleClass().add(StyleClasses.FOOTER);
        footer.setMinHeight(52);
        footer.setPrefHeight(52);
        getChildren().addAll(head, body, footer);
        container.valueProperty().subscribe(ignored -> check());
        for (PanelField field : List.of(aliases, ipv4, ipv6)) {
            field.onChange(this::check);
            field.onEnter(act::fire);
        }
        sceneProperty().subscribe(scene -> {
            following.unsubscribe();
            following = scene == null
                    ? Subscription.EMPTY
                    : model.snapshotProperty().subscribe(ignored -> offer());
        });
    }

    /// Puts the focus where work begins.
    public void focusFirst() {
        container.requestFocus();
    }

    /// Containers that aren't in it yet, as they come and go.
    private void offer() {
        Set<String> there = row.line().members().stream().map(NetworkMember::id).collect(Collectors.toSet());
        List<Container> offered = model.snapshotProperty().get().containers().orElse(Map.of()).values().stream()
                .filter(each -> !there.contains(each.id()))
                .sorted(Comparator.comparing((Container each) -> !each.isUp()).thenComparing(Container::name))
                .toList();
        if (!offered.equals(container.getItems())) {
            Optional<String> chosen = Optional.ofNullable(container.getValue()).map(Container::id);
            container.getItems().setAll(offered);
            container.setValue(offered.stream()
                    .filter(each -> chosen.equals(Optional.of(each.id())))
                    .findFirst()
                    .orElse(null));
        }
        check();
    }

    private ConnectDraft draft() {
        return new ConnectDraft(row.line(), aliases.text(), ipv4.text(), ipv6.text());
    }

    private void check() {
        ConnectDraft draft = draft();
        aliases.setFault(draft.aliasesFault());
        ipv4.setFault(draft.ipv4Fault());
        ipv6.setFault(draft.ipv6Fault());
        act.setText(busy ? "Connecting…" : "Connect");
        act.setUnavailable(unavailable(draft));
    }

    private Optional<String> unavailable(ConnectDraft draft) {
        if (busy) {
            return Optional.of("It is being connected");
        }
        if (container.getItems().isEmpty()) {
            return Optional.of("Every container is in it already");
        }
        if (container.getValue() == null) {
            return Optional.of("Choose a container first");
        }
        return draft.aliasesFault().or(draft::ipv4Fault).or(draft::ipv6Fault);
    }

    private void connect() {
        Container chosen = container.getValue();
        busy = true;
        show(Optional.empty());
        check();
        model.work().connect(row.line(), chosen.id(), SafeText.line(chosen.name()), draft().place(), done, why -> {
            busy = false;
            show(Optional.of(why));
            check();
        });
    }

    private void show(Optional<Problem> why) {
        problem.setVisible(why.isPresent());
        problem.getChildren()
                .setAll(why.stream()
                        .map(each -> new ProblemPane(ProblemPane.Form.BANNER, each))
                        .toList());
    }

    private static final class Names extends StringConverter<Container> {
        @Override
        public String toString(Container each) {
            return each == null ? "" : SafeText.line(each.name()) + (each.isUp() ? "" : ", stopped");
        }

        @Override
        public Container fromString(String text) {
            throw new UnsupportedOperationException("It is chosen, not typed");
        }
    }
}
