package io.quayside.desktop.ui.shell.frame;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.settings.AppearanceSettings;
import io.quayside.desktop.settings.AppearanceSettings.ThemeChoice;
import io.quayside.desktop.settings.Settings;
import io.quayside.desktop.task.PlatformFxThread;
import io.quayside.desktop.task.TaskRunner;
import io.quayside.desktop.ui.shell.Commands;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.PageEntry;
import io.quayside.desktop.ui.shell.RailItem;
import io.quayside.desktop.ui.shell.RailItem.Part;
import io.quayside.desktop.ui.shell.ShellParts;
import io.quayside.desktop.ui.shell.UnsavedText;
import io.quayside.desktop.ui.shell.palette.FakeSource;
import io.quayside.desktop.ui.shell.palette.PaletteEntry;
import io.quayside.desktop.ui.shell.palette.PaletteSource;
import io.quayside.desktop.ui.shell.palette.SettingLink;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.Themes;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// The real frame in a real window, around fake pages and a fake engine.
public final class ShellFixture {
    public final FakeSession session = new FakeSession();
    final Commands commands = new Commands();
    final Map<String, FakePage> pages = new HashMap<>();
    final List<String> ran = new ArrayList<>();
    final TaskRunner tasks;
    public final Shell shell;
    public final Scene scene;
    public final Stage stage;
    private final PlatformFxThread fx = new PlatformFxThread();
    private final Themes themes;
    private Settings settings;

    /// FX thread.
    ShellFixture(int width, int height, ThemeChoice theme, int textPercent, InstantSource clock) {
        AppearanceSettings look = AppearanceSettings.DEFAULT.withTheme(theme).withTextPercent(textPercent);
        settings = Settings.DEFAULT.withAppearance(look);
        tasks = new TaskRunner(fx, clock, ShellFixture::problem);
        shell = new Shell(new ShellParts(
                fx,
                clock,
                ZoneOffset.UTC,
                tasks,
                commands,
                session,
                () -> settings,
                this::update,
                pages(),
                context -> List.of(sources()),
                List.of(new SettingLink("Theme", "Appearance", "settings/appearance", List.of("dark", "light"))),
                Location.of("containers"),
                "0.1.0",
                () -> ran.add("quit")));
        scene = new Scene(shell.root(), width, height);
        themes = new Themes(look);
        themes.dress(scene);
        shell.attach(scene);
        stage = new Stage();
        stage.setScene(scene);
        stage.show();
        shell.windowVisible(true);
        shell.windowFocused(true);
        page("containers").focusMain();
    }

    public static ShellFixture open() {
        return Fx.call(() -> new ShellFixture(1280, 800, ThemeChoice.DARK, 100, InstantSource.system()));
    }

    /// What the palette finds beside the fixed ones, while the test runs.
    final List<PaletteEntry> networks = new CopyOnWriteArrayList<>();

    private PaletteSource[] sources() {
        return new PaletteSource[] {
            FakeSource.containers(), FakeSource.images(), FakeSource.volumes(), new FakeSource.Changing(networks)
        };
    }

    private static Problem problem(Throwable failure) {
        return new Problem(
                "Couldn't stop web.",
                String.valueOf(failure.getMessage()),
                List.of(),
                Optional.empty(),
                List.of(),
                "x",
                true);
    }

    public void update(UnaryOperator<Settings> change) {
        settings = change.apply(settings);
    }

    public Settings settings() {
        return settings;
    }

    private List<PageEntry> pages() {
        return List.of(
                rail("containers", "Containers", Icons.CONTAINERS, Part.OBJECTS, 10),
                rail("images", "Images", Icons.IMAGES, Part.OBJECTS, 14),
                rail("volumes", "Volumes", Icons.VOLUMES, Part.OBJECTS, 6),
                rail("engine", "Engine", Icons.ENGINE, Part.SURROUNDINGS, -1),
                rail("settings", "Settings", Icons.SETTINGS, Part.FOOT, -1),
                PageEntry.under("containers", "container", "Container", context -> make("container")),
                PageEntry.bare("first-run", "Welcome", context -> make("first-run")));
    }

    private PageEntry rail(String name, String title, Icons icon, Part part, int count) {
        RailItem item = RailItem.of(icon, part, new SimpleIntegerProperty(count));
        return PageEntry.inRail(name, title, item, context -> make(name));
    }

    private FakePage make(String name) {
        FakePage page = new FakePage(name);
        pages.put(name, page);
        return page;
    }

    /// Has something typed on a page, which was shown before, and shows another one.
    public void typeIn(String name, String what) {
        Fx.run(() -> {
            page(name).unsaved = List.of(new UnsavedText(what, Location.of(name, "typed")));
            shell.navigator().go(Location.of("images"));
        });
    }

    /// It is saved.
    public void saveIn(String name) {
        Fx.run(() -> page(name).unsaved = List.of());
    }

    /// The address that the window shows.
    public String address() {
        return Fx.call(() -> shell.navigator().currentProperty().get().toString());
    }

    FakePage page(String name) {
        FakePage page = pages.get(name);
        if (page == null) {
            throw new AssertionError("The page " + name + " was not made");
        }
        return page;
    }

    /// Presses and releases a key where the focus is, as the system would.
    public void press(KeyCode key, KeyCode... modifiers) {
        Fx.run(() -> {
            List<KeyCode> held = List.of(modifiers);
            Node target = scene.getFocusOwner();
            KeyEvent event = new KeyEvent(
                    KeyEvent.KEY_PRESSED,
                    KeyEvent.CHAR_UNDEFINED,
                    "",
                    key,
                    held.contains(KeyCode.SHIFT),
                    held.contains(KeyCode.CONTROL),
                    held.contains(KeyCode.ALT),
                    held.contains(KeyCode.META));
            if (target == null) {
                scene.getRoot().fireEvent(event);
            } else {
                target.fireEvent(event);
            }
        });
    }

    /// What has the focus: its id, else its text.
    public String focused() {
        return Fx.call(() -> {
            Node owner = scene.getFocusOwner();
            if (owner == null) {
                return "nothing";
            }
            return owner.getId() != null ? owner.getId() : String.valueOf(owner.getAccessibleText());
        });
    }

    public boolean isThere(String selector) {
        return Fx.call(() -> {
            Node node = shell.root().lookup(selector);
            return node != null && node.isVisible();
        });
    }

    Node node(String selector) {
        return Fx.call(() -> {
            Node node = shell.root().lookup(selector);
            if (node == null) {
                throw new AssertionError("There is no " + selector);
            }
            return node;
        });
    }

    /// Presses a button as Space does.
    void fire(String selector) {
        Node node = node(selector);
        Fx.run(() -> ((ButtonBase) node).fire());
    }

    String location() {
        return Fx.call(() -> shell.navigator().currentProperty().get().toString());
    }

    void png(String name) {
        String folder = System.getProperty("shots", "target/shots");
        Fx.call(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            Fx.png(scene, Path.of(folder, name));
            return true;
        });
    }

    public void close() {
        Fx.run(() -> {
            shell.close();
            stage.close();
            themes.close();
        });
        tasks.close();
        session.close();
    }
}
