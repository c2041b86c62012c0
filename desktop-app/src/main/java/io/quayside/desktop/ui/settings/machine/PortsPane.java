package io.quayside.desktop.ui.settings.machine;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.control.Segments;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.settings.machine.PortForwarding.Ports;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.vm.ports.ForwardState;
import io.quayside.vm.ports.ForwardStatus;
import io.quayside.vm.ports.PortRule;
import io.quayside.vm.ports.PortSettings.Reach;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The page Port forwarding: which ports of this computer lead into the machine, for whom, and what stands in the way.
public final class PortsPane extends MachinePane {
    private final PortsViewModel model;
    private final VBox table = new VBox();
    private final VBox lines = new VBox();
    private final VBox troubles = new VBox(8);
    private final VBox form = new VBox();
    private final VBox question = new VBox();
    private Optional<PortForm> open = Optional.empty();
    private final Region noFooter = new Region();
    private final Segments<Reach> reach = new Segments<>(
            "Who reaches published ports",
            List.of(
                    new Segments.Option<>(Reach.THIS_COMPUTER, "This computer only"),
                    new Segments.Option<>(Reach.EVERYBODY, "Everyone")));
    private final HBox reachRow;
    private final Label reachMeaning = text("");
    private final ActionButton add;
    private final ActionButton retry;
    private boolean loading;

    public PortsPane(PortsViewModel model) {
        super("settings-page-port-forwarding", 12);
        this.model = model;
        noFooter.setVisible(false);
        noFooter.setManaged(false);
        retry = new ActionButton("Try again", Icons.REFRESH, model::retry).small();
        add = new ActionButton("Add rule…", Icons.ADD, () -> openForm(Optional.empty())).small();
        add.setId("port-add");
        table.getStyleClass().addAll(StyleClasses.CARD, "machine-table", "port-table");
        table.getChildren().addAll(head(), lines, foot());
        for (VBox part : List.of(form, question)) {
            part.managedProperty().bind(part.visibleProperty());
            part.setVisible(false);
        }
        troubles.setId("port-troubles");
        troubles.managedProperty().bind(troubles.visibleProperty());
        reachRow = reachRow();
        build(question, table, form, troubles, reachRow);
        reach.valueProperty().subscribe((before, now) -> {
            if (!loading && now != null) {
                model.setReach(now);
            }
        });
    }

    private static Node head() {
        HBox head = MachineTable.line(
                MachineTable.head("Host address", "address"),
                MachineTable.head("Port", "port"),
                MachineTable.wide(MachineTable.head("To", "target")),
                MachineTable.head("Protocol", "protocol"),
                MachineTable.head("Origin", "origin"),
                MachineTable.wide(MachineTable.head("State", "state")),
                MachineTable.head("", "buttons"));
        head.getStyleClass().add("columns");
        return head;
    }

    private Node foot() {
        Label hint = new Label("Ports that containers publish open by themselves");
        hint.getStyleClass().add(StyleClasses.MUTED);
        Gap gap = new Gap();
        HBox line = new HBox(8, add, hint, gap, retry);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("foot");
        return line;
    }

    private HBox reachRow() {
        Label name = new Label("Who reaches ports that containers publish");
        name.getStyleClass().add(StyleClasses.MEDIUM);
        reachMeaning.getStyleClass().add(StyleClasses.META);
        reachMeaning.setId("port-reach-meaning");
        VBox words = new VBox(1, name, reachMeaning);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(words, reach);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("qs-setting-row");
        return row;
    }

    @Override
    public Node footer() {
        return noFooter;
    }

    @Override
    public boolean settled() {
        return model.settled();
    }

    @Override
    public boolean isChanged() {
        return false;
    }

    @Override
    Optional<String> machine() {
        return model.machine();
    }

    @Override
    Optional<String> isUsual() {
        return model.isUsual() ? Optional.of("Everything on this page has its default already") : whyBusy();
    }

    /// Rules would be gone at once, so it is asked first.
    @Override
    public void reset() {
        model.resetText().ifPresent(words -> {
            Label title = new Label("Reset port forwarding?");
            title.getStyleClass().add(StyleClasses.STRONG);
            ActionButton cancel = new ActionButton("Cancel", this::closeQuestion);
            ActionButton act = new ActionButton("Reset", () -> {
                        closeQuestion();
                        model.reset();
                    })
                    .danger();
            HBox buttons = new HBox(8, cancel, act);
            buttons.setAlignment(Pos.CENTER_RIGHT);
            VBox card = new VBox(8, title, text(words), buttons);
            card.setId("port-reset");
            card.getStyleClass().add(StyleClasses.CARD);
            question.getChildren().setAll(card);
            question.setVisible(true);
            cancel.requestFocus();
        });
    }

    private void closeQuestion() {
        question.getChildren().clear();
        question.setVisible(false);
    }

    private Optional<String> whyBusy() {
        return model.changingProperty().get() ? Optional.of("The ports are being changed") : Optional.empty();
    }

    @Override
    protected void onShown() {
        whileShown(model.portsProperty(), ignored -> show());
        whileShown(model.changingProperty(), ignored -> show());
        whileShown(model.problemProperty(), now -> {
            showProblem(now);
            show();
        });
        whileShown(model.follow());
    }

    @Override
    protected void onHidden() {
        closeForm();
        closeQuestion();
    }

    private void show() {
        Optional<Ports> ports = model.portsProperty().get();
        open.ifPresent(now -> now.hold(whyBusy()));
        add.setUnavailable(whyBusy());
        reach.setDisable(whyBusy().isPresent());
        showKnown(
                ports.isPresent(),
                "The engine in the window doesn’t run in a VM of Quayside’s. It opens published ports itself.",
                List.of(table, reachRow));
        List<Node> refused = ports.stream()
                .flatMap(now -> now.all().stream())
                .flatMap(this::trouble)
                .toList();
        troubles.getChildren().setAll(refused);
        troubles.setVisible(!refused.isEmpty());
        if (ports.isEmpty()) {
            return;
        }
        lines.getChildren().setAll(ports.get().all().stream().map(this::line).toList());
        if (ports.get().all().isEmpty()) {
            lines.getChildren().add(nothing());
        }
        loading = true;
        Reach to = ports.get().settings().publishedTo();
        reach.valueProperty().set(to);
        loading = false;
        reachMeaning.setText(
                to == Reach.EVERYBODY
                        ? "Anyone on your network can reach it. A port published with an address of its own keeps that."
                        : "A port published with an address of its own keeps that.");
        retry.setUnavailable(model.canRetry() ? whyBusy() : Optional.of("No port is refused"));
    }

    private static Node nothing() {
        Label label = new Label("No port leads into the VM now.");
        label.getStyleClass().add(StyleClasses.MUTED);
        HBox line = MachineTable.line(label);
        line.getStyleClass().add("row");
        return line;
    }

    private Node line(ForwardStatus port) {
        boolean everyone =
                port.address().equals(PortRuleText.EVERYBODY) || port.address().equals("::");
        Label address = new Label(SafeText.line(port.address()));
        address.getStyleClass().add(StyleClasses.MONO);
        Tip.on(address, SafeText.line(port.address()));
        if (everyone) {
            address.setGraphic(Icons.WARNING.node(Icons.SMALL));
            address.getStyleClass().add(StyleClasses.TEXT_WARNING);
            Tip.on(address, "Anyone on your network can reach it.");
        }
        Label number = new Label(Integer.toString(port.port()));
        number.getStyleClass().add(StyleClasses.MONO);
        Label target = new Label(SafeText.line(port.target()));
        Tip.on(target, SafeText.line(port.target()));
        Label protocol = new Label(port.protocol().id().toUpperCase(Locale.ROOT));
        boolean automatic = port.origin() == ForwardStatus.Origin.AUTOMATIC;
        Label origin = new Label(automatic ? "Automatic" : "Rule");
        if (automatic) {
            origin.getStyleClass().add(StyleClasses.MUTED);
        }
        Label state = new Label(words(port.state()), glyph(port.state()).node());
        state.setGraphicTextGap(6);
        Tip.on(state, reason(port.state()));
        HBox line = MachineTable.line(
                MachineTable.cell(address, "address"),
                MachineTable.cell(number, "port"),
                MachineTable.wide(MachineTable.cell(target, "target")),
                MachineTable.cell(protocol, "protocol"),
                MachineTable.cell(origin, "origin"),
                MachineTable.wide(MachineTable.cell(state, "state")),
                buttons(port));
        line.getStyleClass().add("row");
        line.setAccessibleText(port.address() + " port " + port.port() + " " + protocol.getText() + " to "
                + target.getText() + ", " + origin.getText() + ", " + state.getText()
                + (port.state() instanceof ForwardState.Failed ? ". " + reason(port.state()) : ""));
        return line;
    }

    private Node buttons(ForwardStatus port) {
        HBox buttons = new HBox(2);
        buttons.getStyleClass().addAll("cell", "buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        Optional<PortRule> rule = model.rule(port);
        rule.ifPresent(found -> {
            String name = "the rule for port " + found.port();
            IconButton edit = new IconButton(Icons.RENAME, "Edit " + name, () -> openForm(rule));
            IconButton remove = new IconButton(Icons.CLOSE, "Remove " + name, () -> model.remove(found));
            List.of(edit, remove).forEach(button -> button.setUnavailable(whyBusy()));
            buttons.getChildren().addAll(edit, remove);
        });
        return buttons;
    }

    private static String words(ForwardState state) {
        return switch (state) {
            case ForwardState.Open _ -> "Open";
            case ForwardState.Conflict conflict -> "Taken by " + SafeText.line(conflict.holder());
            case ForwardState.Failed _ -> "Not open";
            case ForwardState.Waiting waiting -> SafeText.line(waiting.reason());
        };
    }

    /// What the one line of a row may have no room for.
    private static String reason(ForwardState state) {
        return state instanceof ForwardState.Failed failed ? SafeText.line(failed.reason()) : words(state);
    }

    /// Why this computer doesn't give a port takes more than a cell.
    private Stream<Node> trouble(ForwardStatus port) {
        if (!(port.state() instanceof ForwardState.Failed failed)) {
            return Stream.empty();
        }
        Problem found = new Problem(
                "Port " + port.port() + " at " + SafeText.line(port.address()) + " is not open.",
                SafeText.line(failed.reason()),
                List.of(),
                Optional.empty(),
                List.of(),
                "vm-port-refused",
                true);
        return Stream.of(new ProblemPane(ProblemPane.Form.ROW, ProblemPane.Level.WARNING, found));
    }

    private static StateGlyph glyph(ForwardState state) {
        return switch (state) {
            case ForwardState.Open _ -> StateGlyph.DONE;
            case ForwardState.Conflict _ -> StateGlyph.UNHEALTHY;
            case ForwardState.Failed _ -> StateGlyph.FAILED;
            case ForwardState.Waiting _ -> StateGlyph.UNKNOWN;
        };
    }

    private void openForm(Optional<PortRule> rule) {
        PortForm next = new PortForm(
                rule,
                () -> model.rules().stream()
                        .filter(other -> rule.filter(other::equals).isEmpty())
                        .toList(),
                model.containers(),
                wanted -> model.put(rule, wanted, this::closeForm),
                this::closeForm);
        next.hold(whyBusy());
        open = Optional.of(next);
        form.getChildren().setAll(next);
        form.setVisible(true);
        next.focusFirst();
    }

    private void closeForm() {
        open = Optional.empty();
        form.getChildren().clear();
        form.setVisible(false);
    }
}
