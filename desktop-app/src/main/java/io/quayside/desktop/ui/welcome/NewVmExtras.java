package io.quayside.desktop.ui.welcome;

import io.quayside.desktop.machine.NewMachine;
import io.quayside.vm.model.Resources;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// What a new machine gets beside its resources. FX thread.
final class NewVmExtras {
    private final ReadOnlyObjectWrapper<Optional<Path>> folder = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty sharing = new SimpleBooleanProperty();
    private final BooleanProperty dockerDefault = new SimpleBooleanProperty();
    private final BooleanProperty startAtLogin = new SimpleBooleanProperty();
    private boolean touched;

    /// The folder that is shared while [#sharingProperty] says so; empty until there is one.
    ReadOnlyObjectProperty<Optional<Path>> folderProperty() {
        return folder.getReadOnlyProperty();
    }

    BooleanProperty sharingProperty() {
        return sharing;
    }

    /// Whether docker's command line is to use it. Off until asked: other tools of this user follow that, too.
    BooleanProperty dockerDefaultProperty() {
        return dockerDefault;
    }

    /// Whether Quayside starts when the user logs in. Off until asked.
    BooleanProperty startAtLoginProperty() {
        return startAtLogin;
    }

    /// Shares what would be shared unless asked otherwise.
    void offer(Optional<Path> usual) {
        if (!touched) {
            folder.set(usual);
            sharing.set(usual.isPresent());
        }
    }

    void choose(Path chosen) {
        touched = true;
        folder.set(Optional.of(chosen));
        sharing.set(true);
    }

    NewMachine with(Resources resources) {
        return new NewMachine(resources, folder.get().filter(ignored -> sharing.get()), dockerDefault.get());
    }
}
