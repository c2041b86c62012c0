package io.quayside.desktop.ui.shell;

import java.util.Optional;
import java.util.function.Supplier;

/// Something the user can do by key, palette or menu. The id is stable: key settings are kept under it.
///
/// @param id such as `containers.restart`
/// @param title in the wording of the palette: "Restart web"; asked each time it is shown
/// @param scope the page it belongs to, or empty for everywhere
/// @param defaultKeys in the form of the settings file: "Mod+Shift+P", "F5", "/"
/// @param disabledReason why it can't be run now, empty when it can
/// @param run the action, on the FX thread
public record Command(
        String id,
        Supplier<String> title,
        Optional<String> scope,
        Optional<String> defaultKeys,
        Supplier<Optional<String>> disabledReason,
        Runnable run) {

    /// A command that is always possible and applies everywhere.
    public static Command global(String id, String title, String keys, Runnable run) {
        return new Command(id, () -> title, Optional.empty(), Optional.of(keys), Optional::empty, run);
    }

    public boolean isEnabled() {
        return disabledReason.get().isEmpty();
    }
}
