package io.quayside.desktop.ui.networks.form;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.LatestAnswer;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.networks.list.NetworksViewModel;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.network.EngineMachine;
import io.quayside.engine.network.HostRoute;
import io.quayside.engine.network.HostRoutes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The form for a new network, beside the list. FX thread.
public final class CreatePanel extends VBox {
    private static final Logger LOG = LoggerFactory.getLogger(CreatePanel.class);

    private final NetworksViewModel model;
    private final Consumer<String> done;
    private final LatestAnswer routesQuestion;
    private final PanelField name = new PanelField("Name", "create-name", "such as shop");
    private final ComboBox<String> driver = new ComboBox<>();
    private final VBox subnets = new VBox(12);
    private final List<SubnetRow> rows = new ArrayList<>();
    private final CheckBox ipv6 = new CheckBox("IPv6");
    private final CheckBox internal = new CheckBox("Internal: no way out of this network");
    private final CheckBox attachable = new CheckBox("Attachable by containers outside the swarm");
    private final PairsField options = new PairsField("Options of the driver", "create-options");
    private final PairsField labels = new PairsField("Labels", "create-labels");
    private final StackPane problem = new StackPane();
    private final ActionButton act;
    private List<HostRoute> routes = List.of();
    private boolean busy;

    /// @param done is handed the id of the new network
    /// @param close nobody wants one any more
    public CreatePanel(ContainersParts parts, NetworksViewModel model, Consumer<String> done, Runnable close) {
        this.model = model;
        this.done = done;
        this.routesQuestion = new LatestAnswer(parts.fx(), "host-routes");
        setId("create-network");
        getStyleClass().addAll(StyleClasses.PANEL, "network-panel");
        setAccessibleText("Create network");
        Label title = new Label("Create network");
        title.getStyleClass().add(StyleClasses.SECTION_TITLE);
        HBox head = new HBox(title, new Gap(), new IconButton(Icons.CLOSE, Icons.SMALL, "Close the form", close));
        head.getStyleClass().add(StyleClasses.PANEL_HEAD);
        head.setMinHeight(52);
        act = new ActionButton("Create network", this::create).small().primary();
        act.setId("create-act");
        HBox footer = new HBox(new Gap(), new ActionButton("Cancel", close).small(), act);
        footer.getStyleClass().add(StyleClasses.FOOTER);
        footer.setMinHeight(52);
        footer.setPrefHeight(52);
        ScrollPane scroll = new ScrollPane(body());
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll, footer);
        name.onChange(this::check);
        name.onEnter(act::fire);
        options.onChange(this::check);
        labels.onChange(this::check);
        addSubnet();
        parts.session()
                .engine()
                .ifPresent(engine -> routesQuestion.ask(() -> routes(engine), found -> {
                    routes = found;
                    check();
                }));
    }

    /// Puts the focus where work begins.
    public void focusFirst() {
        name.focusField();
    }

    /// It is closed.
    public void stop() {
        routesQuestion.stop();
    }

    public boolean settled() {
        return !routesQuestion.isWaiting();
    }

    private VBox body() {
        driver.getItems().setAll("bridge", "macvlan", "ipvlan", "overlay");
        driver.setEditable(true);
        driver.setValue("bridge");
        driver.setId("create-driver");
        driver.setAccessibleText("Driver");
        driver.setMaxWidth(Double.MAX_VALUE);
        Label label = new Label("Driver");
        label.getStyleClass().add(StyleClasses.MEDIUM);
        label.setLabelFor(driver);
        ipv6.setId("create-ipv6");
        internal.setId("create-internal");
        attachable.setId("create-attachable");
        ActionButton add = new ActionButton(
                        "Add subnet", Icons.ADD, () -> addSubnet().focusField())
                .small()
                .ghost();
        problem.managedProperty().bind(problem.visibleProperty());
        problem.setVisible(false);
        VBox body = new VBox(
                14,
                problem,
                name,
                new VBox(4, label, driver),
                subnets,
                add,
                new VBox(8, ipv6, internal, attachable),
                options,
                labels);
        body.getStyleClass().add("network-form");
        return body;
    }

    private SubnetRow addSubnet() {
        SubnetRow row = new SubnetRow(rows.size() + 1, this::check, () -> act.fire(), this::remove);
        rows.add(row);
        subnets.getChildren().add(row);
        check();
        return row;
    }

    private void remove(SubnetRow row) {
        rows.remove(row);
        subnets.getChildren().remove(row);
        check();
    }

    private NetworkDraft draft() {
        return new NetworkDraft(
                name.text().strip(),
                driver.getEditor().getText().strip(),
                rows.stream().flatMap(row -> row.value().stream()).toList(),
                ipv6.isSelected(),
                internal.isSelected(),
                attachable.isSelected(),
                options.text(),
                labels.text());
    }

    private void check() {
        NetworkDraft draft = draft();
        RangeChecks checks = new RangeChecks(
                model.all().stream().map(row -> row.line().network()).toList(), routes);
        Optional<String> fault = draft.nameFault(checks);
        name.setFault(fault);
        for (SubnetRow row : rows) {
            Optional<String> wrong = row.check(checks);
            fault = fault.isPresent() ? fault : wrong;
        }
        Optional<String> pairs = options.check();
        Optional<String> more = labels.check();
        Optional<String> first = fault.or(() -> pairs).or(() -> more);
        act.setText(busy ? "Creating…" : "Create network");
        act.setUnavailable(
                busy
                        ? Optional.of("It is being created")
                        : draft.name().isEmpty() ? Optional.of("Give it a name first") : first);
    }

    private void create() {
        NetworkDraft draft = draft();
        busy = true;
        show(Optional.empty());
        check();
        model.work().create(draft.spec(), SafeText.line(draft.name()), done, why -> {
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

    private static List<HostRoute> routes(Engine engine) {
        try {
            return EngineMachine.isThisComputer(engine)
                    ? HostRoutes.ofThisComputer().read()
                    : List.of();
        } catch (EngineException e) {
            LOG.debug("Where the engine runs is not known", e);
            return List.of();
        }
    }
}
