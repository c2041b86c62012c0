package io.quayside.desktop.ui.containers.detail;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.containers.ConnectionBanner;
import io.quayside.desktop.ui.containers.RowFixes;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.control.ConfirmPanel;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.run.ImageUpdate;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Page;
import io.quayside.desktop.ui.shell.UnsavedText;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The page of one container: `container/NAME/TAB`.
public final class ContainerPage implements Page {
    private static final Location LIST = Location.of("containers");

    private final DetailContext context;
    private final DetailViewModel model;
    private final TabHost tabs;
    private final ImageUpdate updates;
    private final TabBar bar;
    private final VBox head;
    private final VBox root = new VBox();
    private final StackPane problem = new StackPane();
    private Optional<Location> address = Optional.empty();
    private boolean isShown;

    /// @param entries in the order of their buttons, at least one
    public ContainerPage(DetailContext context, List<DetailTabEntry> entries) {
        this.context = context;
        this.model = new DetailViewModel(context.parts(), Fixing::new);
        this.updates = new ImageUpdate(context.parts(), model::failed);
        this.tabs = new TabHost(entries, context, model, this::toList, this::openContainer);
        this.bar =
                new TabBar(context, entries, id -> context.shell().keys().label(DetailCommands.tab(id)), this::openTab);
        this.head = new VBox(
                new DetailHead(model, context, this::toList, this::updateImage, this::delete),
                new FactsLine(model, context),
                bar);
        build();
        new DetailCommands(model).register(context.shell().commands(), entries, new Inside());
    }

    private void build() {
        root.setId("page-container");
        root.getStyleClass().addAll(StyleClasses.PAGE, "container-page");
        root.getStylesheets()
                .add(Objects.requireNonNull(ContainerPage.class.getResource("detail.css"))
                        .toExternalForm());
        problem.setPadding(new Insets(12, 16, 0, 16));
        model.problemProperty().subscribe(this::showProblem);
        model.lineProperty()
                .map(line -> line.map(
                                one -> one.container().id() + one.container().isUp() + one.live())
                        .orElse(""))
                .subscribe(ignored -> count());
        ServiceList services = new ServiceList(
                model,
                this::openContainer,
                project -> context.shell().navigator().go(Location.of("logs", project)));
        HBox body = new HBox(services, tabs);
        HBox.setHgrow(tabs, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        ConnectionBanner banner = new ConnectionBanner(model.connection());
        banner.setPadding(new Insets(12, 16, 0, 16));
        root.getChildren().addAll(head, banner, problem, body);
    }

    @Override
    public Region root() {
        return root;
    }

    /// A container that isn't named goes back to the list; one without a tab gets the one that was open last.
    @Override
    public void shown(Location location) {
        if (location.rest().isEmpty() || location.rest().getFirst().isEmpty()) {
            context.shell().navigator().go(LIST);
            return;
        }
        model.enter();
        isShown = true;
        String tab = location.rest().size() > 1 ? location.rest().get(1) : "";
        model.show(location.rest().getFirst());
        tabs.open(tab);
        tabs.enter();
        bar.mark(tabs.current());
        address = Optional.of(location);
        count();
    }

    @Override
    public void hidden() {
        tabs.leave();
        model.leave();
        isShown = false;
        count();
    }

    /// What there is to count in the tabs, while somebody looks.
    private void count() {
        bar.count(isShown ? model.lineProperty().get() : Optional.empty());
    }

    @Override
    public void focusMain() {
        tabs.focusMain();
    }

    @Override
    public boolean escape() {
        return tabs.escape();
    }

    @Override
    public List<Node> regions() {
        return List.of(head, tabs);
    }

    @Override
    public boolean settled() {
        return model.settled() && tabs.settled();
    }

    @Override
    public List<UnsavedText> unsaved() {
        return tabs.unsaved();
    }

    /// What the page shows, for tests.
    public DetailViewModel model() {
        return model;
    }

    private void showProblem(Optional<Problem> shown) {
        problem.setVisible(shown.isPresent());
        problem.setManaged(shown.isPresent());
        problem.getChildren()
                .setAll(shown.stream()
                        .map(one -> new ProblemPane(ProblemPane.Form.ROW, one).onDismiss(model::dismissProblem))
                        .toList());
    }

    private void toList() {
        context.shell().navigator().go(LIST);
    }

    /// Another container with the tab that is open.
    private void openContainer(String id) {
        context.shell().navigator().go(Location.of(DetailCommands.PAGE, id, tabs.current()));
    }

    private void openTab(String tab) {
        String name = model.lineProperty()
                .get()
                .map(line -> line.container().id())
                .or(() -> address.map(location -> location.rest().getFirst()))
                .orElse("");
        context.shell().navigator().go(Location.of(DetailCommands.PAGE, name, tab));
    }

    private void delete() {
        model.delete(this::ask);
    }

    private void updateImage() {
        model.row()
                .ifPresent(row -> ask(
                        ImageUpdate.question(
                                row.line().name(), row.line().container().image()),
                        () -> updates.start(row.id(), row.line().name())));
    }

    private void ask(Confirmation question, Runnable act) {
        ConfirmPanel panel = new ConfirmPanel(
                question,
                () -> {
                    context.shell().modal().close();
                    act.run();
                },
                () -> context.shell().modal().close());
        context.shell().modal().show(panel, () -> {});
        panel.focusCancel();
    }

    /// What buttons of problems ask of the page.
    private final class Fixing implements RowFixes.Page {
        private final DetailViewModel of;

        Fixing(DetailViewModel of) {
            this.of = of;
        }

        @Override
        public void ask(Confirmation question, Runnable act) {
            ContainerPage.this.ask(question, act);
        }

        @Override
        public void openLogs(ContainerRow row) {
            openTab("logs");
        }

        @Override
        public void edit(ContainerRow row) {
            context.shell().navigator().go(Location.of("edit", row.id()));
        }

        @Override
        public void updateImage(ContainerRow row) {
            ContainerPage.this.updateImage();
        }

        @Override
        public void deleteThen(ContainerRow other, Runnable then) {
            of.deleteThen(other, ContainerPage.this::ask, then);
        }
    }

    /// What keys ask of the page.
    private final class Inside implements DetailCommands.Act {
        @Override
        public void open(String tab) {
            openTab(tab);
        }

        @Override
        public void step(int by) {
            List<ContainerLine> services = model.servicesProperty().get();
            String id = model.lineProperty()
                    .get()
                    .map(line -> line.container().id())
                    .orElse("");
            for (int i = 0; i < services.size(); i++) {
                if (services.get(i).container().id().equals(id)) {
                    int next = Math.floorMod(i + by, services.size());
                    openContainer(services.get(next).container().id());
                    return;
                }
            }
        }

        @Override
        public void copy() {
            if (!tabs.copy()) {
                model.lineProperty()
                        .get()
                        .ifPresent(line -> context.copy(line.container().id()));
            }
        }

        @Override
        public void find() {
            tabs.find();
        }

        @Override
        public void edit() {
            model.row().ifPresent(row -> context.shell().navigator().go(Location.of("edit", row.id())));
        }

        @Override
        public void updateImage() {
            ContainerPage.this.updateImage();
        }

        @Override
        public void delete() {
            ContainerPage.this.delete();
        }
    }
}
