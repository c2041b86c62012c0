package io.quayside.desktop.ui.registries;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.LiveMenu;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.control.SearchField;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Page;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.credential.RegistryServer;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The page of registries, `registries`; with the form to sign in to one open `registries/sign-in/HOST`.
public final class RegistriesPage implements Page {
    public static final String PAGE = "registries";
    public static final String SIGN_IN = "sign-in";

    private final ShellContext shell;
    private final RegistriesViewModel model;
    private final SignInForm form;
    private final VBox root = new VBox();
    private final VBox list = new VBox();
    private final StackPane newForm = new StackPane();
    private final Label summary = new Label();
    private final SearchField filter = new SearchField("Filter registries", "/").small();
    private boolean focusWanted;
    private Optional<String> openServer = Optional.empty();

    /// @param certificates where the authorities of private registries stand
    public RegistriesPage(ContainersParts parts, List<Path> certificates, ShellContext shell) {
        this.shell = shell;
        this.model = new RegistriesViewModel(parts, new RegistryWork(parts, certificates));
        this.form = new SignInForm(model.signIn(), this::closeForm, this::signedIn, this::certificate);
        root.setId("page-registries");
        root.getStyleClass().add(StyleClasses.PAGE);
        root.getStylesheets()
                .add(Objects.requireNonNull(RegistriesPage.class.getResource("registries.css"))
                        .toExternalForm());
        ScrollPane scroll = new ScrollPane(new VBox(newForm, list));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("registry-list");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        newForm.setPadding(new Insets(12, 16, 12, 40));
        root.getChildren().addAll(head(), bar(), problem(), columns(), scroll);
        model.rowsProperty().subscribe(this::fill);
        model.checksProperty().subscribe(this::showChecks);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::keys);
        closeForm();
    }

    private HBox head() {
        Label title = new Label("Registries");
        title.getStyleClass().add(StyleClasses.PAGE_TITLE);
        summary.setId("registries-summary");
        summary.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        summary.setTranslateY(2);
        Gap gap = new Gap();
        ActionButton signIn = new ActionButton("Sign in…", Icons.ADD, () -> openForm(Optional.empty(), "")).primary();
        signIn.setId("registries-sign-in");
        HBox head = new HBox(title, summary, gap, signIn);
        head.getStyleClass().add(StyleClasses.PAGE_HEAD);
        return head;
    }

    private HBox bar() {
        filter.setId("registries-filter");
        filter.setPrefWidth(240);
        filter.textProperty().bindBidirectional(model.filterProperty());
        Gap gap = new Gap();
        Label from = new Label("Logins from " + model.file() + ", shared with the docker command");
        from.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        HBox bar = new HBox(filter, gap, from);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add(StyleClasses.BAR);
        filter.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                focusRow(0);
                event.consume();
            }
        });
        return bar;
    }

    private Node problem() {
        StackPane place = new StackPane();
        place.setPadding(new Insets(0, 16, 8, 16));
        model.problemProperty().subscribe(now -> {
            place.getChildren().setAll(now.map(this::pane).map(List::of).orElse(List.of()));
            place.setVisible(now.isPresent());
            place.setManaged(now.isPresent());
        });
        return place;
    }

    private Node pane(Problem shown) {
        return new ProblemPane(ProblemPane.Form.BANNER, shown).onDismiss(model::dismissProblem);
    }

    private static HBox columns() {
        Label name = column("Name", 0);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox columns = new HBox(
                12,
                name,
                column("Address", RegistryLine.ADDRESS),
                column("Signed in as", RegistryLine.USER),
                column("Last used", RegistryLine.USED),
                column("", RegistryLine.ACTIONS));
        columns.setAlignment(Pos.CENTER_LEFT);
        columns.getStyleClass().add("registry-columns");
        return columns;
    }

    private static Label column(String title, double width) {
        Label label = new Label(title);
        label.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED, StyleClasses.MEDIUM);
        if (width > 0) {
            label.setMinWidth(width);
            label.setPrefWidth(width);
        }
        return label;
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown(Location location) {
        // The scroll pane takes its content in with its skin; before, nothing in it can have the keyboard.
        root.applyCss();
        model.enter();
        List<String> rest = location.rest();
        if (!rest.isEmpty() && rest.getFirst().equals(SIGN_IN)) {
            String address = rest.size() > 1 ? rest.get(1) : "";
            openForm(address.isEmpty() ? Optional.empty() : Optional.of(RegistryServer.ofTyped(address)), address);
        }
    }

    @Override
    public void hidden() {
        focusWanted = false;
        closeForm();
        model.leave();
    }

    @Override
    public void focusMain() {
        if (form.getParent() != null) {
            form.focusFirst();
        } else if (list.getChildren().isEmpty()) {
            focusWanted = true;
        } else {
            focusRow(0);
        }
    }

    @Override
    public boolean escape() {
        boolean open = form.getParent() != null;
        closeForm();
        return open;
    }

    @Override
    public List<Node> regions() {
        return List.of(filter, list);
    }

    @Override
    public boolean settled() {
        return model.settled();
    }

    private void fill(List<RegistryRow> rows) {
        summary.setText(model.summary());
        Optional<String> focused = lines().stream()
                .filter(Node::isFocused)
                .map(line -> line.row().server())
                .findFirst();
        Optional<Node> typing = focusInForm();
        list.getChildren().setAll(rows.stream().map(this::line).toList());
        showChecks(model.checksProperty().get());
        if (focusWanted && !rows.isEmpty()) {
            focusWanted = false;
            focusMain();
        }
        for (RegistryLine line : lines()) {
            if (openServer.filter(line.row().server()::equals).isPresent()) {
                below(line, typing);
            }
            if (focused.filter(line.row().server()::equals).isPresent()) {
                line.requestFocus();
            }
        }
    }

    private Optional<Node> focusInForm() {
        return form.isFocusWithin() ? Optional.of(form.getScene().getFocusOwner()) : Optional.empty();
    }

    /// Puts the form below its row, from wherever it was.
    ///
    /// @param typing what in the form has the keyboard, which it keeps
    private void below(RegistryLine line, Optional<Node> typing) {
        newForm.getChildren().clear();
        newForm.setManaged(false);
        line.showForm(Optional.of(form));
        typing.ifPresent(Node::requestFocus);
    }

    private List<RegistryLine> lines() {
        List<RegistryLine> lines = new ArrayList<>();
        list.getChildren().forEach(node -> lines.add((RegistryLine) node));
        return lines;
    }

    private void showChecks(Map<String, RegistryCheck> checks) {
        lines().forEach(line -> line.showCheck(checks.getOrDefault(line.row().server(), new RegistryCheck.None())));
    }

    private RegistryLine line(RegistryRow row) {
        return new RegistryLine(row, new RegistryLine.Actions() {
            @Override
            public void signIn() {
                openForm(row);
            }

            @Override
            public void test() {
                model.test(row);
            }

            @Override
            public void signOut() {
                RegistriesPage.this.signOut(row);
            }

            @Override
            public void certificate(X509Certificate certificate) {
                RegistriesPage.this.certificate(row.server(), certificate);
            }

            @Override
            public ContextMenu menu() {
                return RegistriesPage.this.menu(row);
            }
        });
    }

    private ContextMenu menu(RegistryRow row) {
        ContextMenu menu = new ContextMenu(
                LiveMenu.item("Sign in…", () -> openForm(row)),
                LiveMenu.item("Test", () -> model.test(row)),
                LiveMenu.item("Copy address", () -> shell.copy(row.server())));
        if (row.byEngine()) {
            // What the engine was told in its daemon.json is changed there.
            menu.getItems().add(LiveMenu.item("Engine", () -> shell.navigator().go(Location.of("engine"))));
        }
        if (row.signedIn()) {
            menu.getItems().add(1, LiveMenu.item("Sign out", () -> signOut(row)));
        }
        return menu;
    }

    private void certificate(String server, X509Certificate certificate) {
        CertificatePanel panel = new CertificatePanel(
                server,
                certificate,
                "If it is the right one, the engine and Quayside trust this registry from then on, and nothing else. The"
                        + " certificate is put where the engine looks for those of registries, a folder certs.d.",
                () -> {
                    shell.modal().close();
                    model.trust(server, certificate, shell::copy, form.getParent() != null);
                },
                shell::copy,
                () -> shell.modal().close());
        shell.modal().show(panel, () -> {});
        panel.focusCancel();
    }

    private void signOut(RegistryRow row) {
        model.signOut(row, () -> shell.announcer().announce("Signed out of " + row.title()));
    }

    private void openForm(RegistryRow row) {
        openForm(
                Optional.of(row.server()), row.server().equals(RegistryServer.DOCKER_HUB) ? "docker.io" : row.server());
    }

    private void openForm(Optional<String> server, String address) {
        closeForm();
        openServer = server;
        model.signIn().begin(address);
        Optional<RegistryLine> line = lines().stream()
                .filter(each -> openServer.filter(each.row().server()::equals).isPresent())
                .findFirst();
        if (line.isPresent()) {
            below(line.get(), Optional.empty());
        } else {
            newForm.getChildren().setAll(form);
            newForm.setManaged(true);
        }
        form.focusFirst();
    }

    private void closeForm() {
        boolean hadFocus = form.isFocusWithin();
        Optional<String> closed = openServer;
        openServer = Optional.empty();
        model.signIn().end();
        newForm.getChildren().clear();
        newForm.setManaged(false);
        for (RegistryLine line : lines()) {
            line.showForm(Optional.empty());
            if (hadFocus && closed.filter(line.row().server()::equals).isPresent()) {
                line.requestFocus();
            }
        }
    }

    private void signedIn() {
        closeForm();
        model.refresh();
        shell.announcer().announce("Signed in");
    }

    private void keys(KeyEvent event) {
        List<RegistryLine> lines = lines();
        int at = -1;
        for (int i = 0; i < lines.size(); i++) {
            at = lines.get(i).isFocused() ? i : at;
        }
        if (at >= 0 && (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP)) {
            focusRow(event.getCode() == KeyCode.DOWN ? at + 1 : at - 1);
            event.consume();
        }
    }

    private void focusRow(int index) {
        List<RegistryLine> lines = lines();
        if (index < 0 || lines.isEmpty()) {
            filter.requestFocus();
        } else {
            lines.get(Math.min(index, lines.size() - 1)).requestFocus();
        }
    }
}
