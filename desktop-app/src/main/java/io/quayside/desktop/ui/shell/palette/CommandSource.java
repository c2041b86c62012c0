package io.quayside.desktop.ui.shell.palette;

import io.quayside.desktop.ui.shell.Command;
import io.quayside.desktop.ui.shell.Commands;
import io.quayside.desktop.ui.theme.Icons;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All commands that apply on the present page, as they were when the palette opened.
public final class CommandSource implements PaletteSource {
    /// Keys only: as an entry of the palette they would do nothing, or the palette itself.
    private static final Set<String> KEYS_ONLY =
            Set.of("palette.open", "escape", "region.next", "region.previous", "menu.open");

    private final Commands commands;
    private volatile List<PaletteEntry> entries = List.of();

    public CommandSource(Commands commands) {
        this.commands = commands;
    }

    /// Asks the commands for their titles. FX thread.
    public void refresh(String page) {
        entries = commands.all().stream()
                .filter(command -> !KEYS_ONLY.contains(command.id()))
                .filter(command ->
                        command.scope().isEmpty() || command.scope().get().equals(page))
                .sorted(Comparator.comparing(command -> command.scope().isEmpty()))
                .map(CommandSource::entry)
                .toList();
    }

    private static PaletteEntry entry(Command command) {
        String title = command.title().get();
        return new PaletteEntry(
                "command:" + command.id(),
                title,
                "",
                List.of(),
                () -> Icons.CHEVRON_RIGHT.node(),
                () -> List.of(new PaletteAction(
                        "Run",
                        title,
                        "",
                        () -> Icons.CHEVRON_RIGHT.node(),
                        Optional.of(command.id()),
                        command.disabledReason().get(),
                        command.run())));
    }

    @Override
    public PaletteScope scope() {
        return PaletteScope.COMMANDS;
    }

    @Override
    public String group() {
        return "Commands";
    }

    @Override
    public List<PaletteEntry> entries() {
        return entries;
    }
}
