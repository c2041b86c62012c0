package io.quayside.desktop.ui.containers.detail.mounts;

import io.quayside.desktop.ui.containers.detail.DetailContext;
import io.quayside.desktop.ui.containers.detail.DetailTab;
import io.quayside.desktop.ui.containers.detail.DetailTabEntry;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.containers.row.PortText;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The tab Mounts & ports.
public final class MountsTab implements DetailTab {
    private final DetailContext context;
    private final MountsViewModel model;
    private final FactTable mounts = new FactTable(
            "Mounts", "None", List.of("Source", "Path in the container", "Type", "Access"), List.of(34, 28, 8, 20));
    private final FactTable ports = new FactTable(
            "Ports",
            "None",
            List.of("Container port", "Host address", "Protocol", "Bound to"),
            List.of(16, 34, 12, 28));
    private final FactTable networks = new FactTable(
            "Networks", "None", List.of("Network", "Address", "Gateway", "Names in it"), List.of(22, 26, 18, 24));
    private final ActionButton edit = new ActionButton("Edit and recreate…", this::edit).small();
    private final ScrollPane scroll = new ScrollPane(new VBox(12, mounts, ports, networks));
    private final StackPane root = new StackPane();

    private MountsTab(DetailContext context) {
        this.context = context;
        this.model = new MountsViewModel(context.parts());
        root.getStyleClass().add("mounts-tab");
        root.getStylesheets()
                .add(Objects.requireNonNull(MountsTab.class.getResource("mounts.css"))
                        .toExternalForm());
        mounts.setId("mounts-mounts");
        ports.setId("mounts-ports");
        networks.setId("mounts-networks");
        edit.setId("mounts-edit");
        mounts.addToHead(edit);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        ((VBox) scroll.getContent()).setPadding(new Insets(12));
        model.answerProperty().subscribe(this::show);
    }

    /// How the page finds it.
    public static DetailTabEntry entry() {
        return new DetailTabEntry("mounts", "Mounts & ports", DetailTabEntry.Needs.CONTAINER, MountsTab::new);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown(ContainerLine container) {
        model.shown(container);
    }

    @Override
    public void changed(ContainerLine container) {
        model.changed(container);
    }

    @Override
    public void hidden() {
        model.hidden();
    }

    @Override
    public void focusMain() {
        scroll.requestFocus();
    }

    @Override
    public boolean settled() {
        return model.settled();
    }

    private void show(MountsViewModel.Answer answer) {
        switch (answer) {
            case MountsViewModel.Answer.Waiting _ -> root.getChildren().clear();
            case MountsViewModel.Answer.Failed(var problem) -> {
                ProblemPane pane = new ProblemPane(ProblemPane.Form.BANNER, problem);
                StackPane.setMargin(pane, new Insets(12));
                StackPane.setAlignment(pane, Pos.TOP_CENTER);
                pane.setMaxHeight(Region.USE_PREF_SIZE);
                root.getChildren().setAll(pane);
            }
            case MountsViewModel.Answer.Read(var facts, var line) -> {
                edit.setUnavailable(
                        line.canAct()
                                ? Optional.empty()
                                : Optional.of(line.busy().orElse("The engine is not connected")));
                showMounts(facts.mounts());
                showPorts(facts.ports(), line);
                showNetworks(facts.networks());
                root.getChildren().setAll(scroll);
            }
        }
    }

    private void edit() {
        model.container()
                .ifPresent(line -> go(Location.of("edit", line.container().id())));
    }

    private void go(Location page) {
        context.shell().navigator().go(page);
    }

    private void showMounts(List<MountFacts.Mount> all) {
        mounts.clear(all.size());
        for (MountFacts.Mount mount : all) {
            String path = SafeText.line(mount.path());
            String type = mount.type().isEmpty()
                    ? ""
                    : mount.type().substring(0, 1).toUpperCase(Locale.ROOT)
                            + mount.type().substring(1);
            Label source = mount.source().isEmpty()
                    ? FactTable.text("In memory only", StyleClasses.META, StyleClasses.MUTED)
                    : FactTable.text(mount.source(), StyleClasses.MONO_CAPTION);
            String access = mount.options().isEmpty() ? mount.access() : mount.access() + ", " + mount.options();
            List<Node> buttons = new ArrayList<>();
            if (mount.type().equals("bind")) {
                IconButton open = new IconButton(
                        Icons.OPEN,
                        "Open the folder at " + path,
                        () -> model.open(Path.of(mount.folder()).toUri().toString()));
                open.setUnavailable(
                        mount.here()
                                ? Optional.empty()
                                : Optional.of("It is a file, or on another computer, where the engine runs"));
                buttons.add(open);
            }
            if (mount.type().equals("volume") && !mount.source().isEmpty()) {
                buttons.add(new IconButton(
                        Icons.OPEN, "Open the volume at " + path, () -> go(Location.of("volumes", mount.source()))));
            }
            if (!mount.source().isEmpty()) {
                buttons.add(new IconButton(
                        Icons.COPY,
                        (mount.type().equals("volume") ? "Copy the name of the volume at " : "Copy the source of ")
                                + path,
                        () -> context.copy(mount.source())));
            }
            mounts.add(
                    List.of(
                            source,
                            FactTable.text(mount.path(), StyleClasses.MONO_CAPTION),
                            FactTable.text(type, StyleClasses.META),
                            FactTable.text(access, StyleClasses.META)),
                    buttons);
        }
    }

    private void showPorts(List<MountFacts.Port> all, ContainerLine line) {
        ports.clear(all.size());
        boolean runs = line.container().isUp();
        for (MountFacts.Port port : all) {
            Label address = port.isPublished() || !port.hostIp().isEmpty()
                    ? FactTable.text(
                            (port.hostIp().isEmpty() ? "" : port.hostIp() + " port ")
                                    + (port.isPublished() ? port.hostPort() : "any")
                                    + (runs ? "" : ", when started"),
                            StyleClasses.MONO_CAPTION)
                    : FactTable.text("Not published", StyleClasses.META, StyleClasses.MUTED);
            List<Node> buttons = new ArrayList<>();
            if (port.isPublished() && runs) {
                if (isWeb(port, line)) {
                    buttons.add(new IconButton(
                            Icons.OPEN, "Open " + port.address(), () -> model.open("http://" + port.address())));
                }
                buttons.add(new IconButton(Icons.COPY, "Copy " + port.address(), () -> context.copy(port.address())));
            }
            ports.add(
                    List.of(
                            FactTable.text(port.inside(), StyleClasses.MONO_CAPTION),
                            address,
                            FactTable.text(port.protocol(), StyleClasses.META),
                            bound(port)),
                    buttons);
        }
    }

    private static Label bound(MountFacts.Port port) {
        if (!port.isPublished()) {
            return FactTable.text("Other containers only", StyleClasses.META, StyleClasses.MUTED);
        }
        if (port.isOpen()) {
            return FactTable.text("Anyone on your network", StyleClasses.META, StyleClasses.TEXT_WARNING);
        }
        boolean own = port.hostIp().startsWith("127.") || port.hostIp().equals("::1");
        return FactTable.text(own ? "This computer only" : "This address only", StyleClasses.META, StyleClasses.MUTED);
    }

    private static boolean isWeb(MountFacts.Port port, ContainerLine line) {
        return line.ports().stream()
                .anyMatch(text -> text.kind() == PortText.Kind.LINK
                        && String.valueOf(text.hostPort()).equals(port.hostPort()));
    }

    private void showNetworks(List<MountFacts.Net> all) {
        networks.clear(all.size());
        for (MountFacts.Net net : all) {
            String name = SafeText.line(net.name());
            String address = net.ipv6().isEmpty()
                    ? net.ipv4()
                    : net.ipv4().isEmpty() ? net.ipv6() : net.ipv4() + ", " + net.ipv6();
            List<Node> buttons = new ArrayList<>();
            if (!net.ipv4().isEmpty()) {
                String bare = net.ipv4().substring(0, net.ipv4().indexOf('/'));
                buttons.add(new IconButton(Icons.COPY, "Copy the address in " + name, () -> context.copy(bare)));
            }
            Label where = FactTable.text(address, StyleClasses.MONO_CAPTION);
            if (!net.mac().isEmpty()) {
                Tip.on(where, SafeText.line(address) + ", MAC address " + SafeText.line(net.mac()));
            }
            networks.add(
                    List.of(
                            FactTable.text(net.name(), StyleClasses.META),
                            where,
                            FactTable.text(net.gateway(), StyleClasses.MONO_CAPTION),
                            FactTable.text(String.join(", ", net.aliases()), StyleClasses.MONO_CAPTION)),
                    buttons);
        }
    }
}
