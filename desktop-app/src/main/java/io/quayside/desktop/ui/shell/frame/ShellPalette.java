package io.quayside.desktop.ui.shell.frame;

import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.shell.Announcer;
import io.quayside.desktop.ui.shell.Modal;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.shell.ShellParts;
import io.quayside.desktop.ui.shell.key.KeyBindings;
import io.quayside.desktop.ui.shell.palette.CommandSource;
import io.quayside.desktop.ui.shell.palette.PaletteSource;
import io.quayside.desktop.ui.shell.palette.PaletteView;
import io.quayside.desktop.ui.shell.palette.PaletteViewModel;
import io.quayside.desktop.ui.shell.palette.SettingSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;

/// The palette in its frame: opened above everything, and while open it follows the engine. FX thread.
final class ShellPalette {
    private final ShellParts parts;
    private final FxThread fx;
    private final Modal modal;
    private final Supplier<String> page;
    private final CommandSource commands;
    private final PaletteViewModel model;
    private final PaletteView view;
    private Subscription following = () -> {};

    /// @param page the name of the page in view
    ShellPalette(ShellParts parts, ShellContext shell, KeyBindings keys, Announcer announcer, Supplier<String> page) {
        this.parts = parts;
        this.fx = parts.fx();
        this.modal = shell.modal();
        this.page = page;
        this.commands = new CommandSource(parts.commands());
        this.model = new PaletteViewModel(
                fx, sources(shell), new SettingsPaletteUsage(parts.settings(), parts.updateSettings()), this::close);
        this.view = new PaletteView(model, keys, announcer);
    }

    private List<PaletteSource> sources(ShellContext shell) {
        List<PaletteSource> all = new ArrayList<>(parts.sources().apply(shell));
        all.add(commands);
        all.add(new SettingSource(parts.settingLinks(), shell.navigator()));
        return all;
    }

    boolean isOpen() {
        return view.getScene() != null;
    }

    /// Opens with this text, or takes it where open already.
    void open(String query) {
        commands.refresh(page.get());
        if (!isOpen()) {
            modal.show(view, Pos.TOP_CENTER, this::closed);
        }
        view.open(query);
        following.close();
        following = parts.session().mirror().onChange(snapshot -> fx.run(this::refresh));
    }

    private void refresh() {
        commands.refresh(page.get());
        model.refresh();
    }

    void close() {
        modal.close();
        closed();
    }

    private void closed() {
        following.close();
        model.closed();
    }

    void dispose() {
        following.close();
        model.close();
    }
}
