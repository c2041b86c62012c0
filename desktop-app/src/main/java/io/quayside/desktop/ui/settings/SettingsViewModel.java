package io.quayside.desktop.ui.settings;

import io.quayside.desktop.login.LoginStart;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.settings.AppearanceSettings;
import io.quayside.desktop.settings.Settings;
import io.quayside.desktop.settings.SettingsStore;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.format.SafeText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The settings as they are being changed: a draft that is applied or discarded as a whole. FX thread.
///
/// Appearance shows while it is a draft; everything else counts once applied. The draft survives leaving the page.
public final class SettingsViewModel {
    private final SettingsStore store;
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<SettingsDraft> draft;
    private final FxThread fx;
    private final LoginStart login;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Problem> dismissed = Optional.empty();
    private SettingsDraft saved;

    /// `preview` shows an appearance without keeping it.
    public SettingsViewModel(SettingsStore store, LoginStart login, FxThread fx, Consumer<AppearanceSettings> preview) {
        this.store = store;
        this.login = login;
        this.fx = fx;
        this.saved = SettingsDraft.of(store.current());
        this.draft = new ReadOnlyObjectWrapper<>(saved);
        draft.subscribe((before, now) -> {
            revision.set(revision.get() + 1);
            if (!before.appearance().equals(now.appearance())) {
                preview.accept(now.appearance());
            }
        });
    }

    ReadOnlyObjectProperty<SettingsDraft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /// Goes up with every change of the draft or of what it is compared with.
    ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /// What is wrong with the settings file, until it is right again or the user has put the message away.
    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Puts the message away; another problem brings another message.
    void dismissProblem() {
        dismissed = problem.get();
        problem.set(Optional.empty());
    }

    /// Watches the settings file until the handle is closed.
    Subscription watchFile() {
        tell(store.problem());
        return store.onProblem(now -> fx.run(() -> tell(now)));
    }

    private void tell(Optional<Problem> now) {
        problem.set(now.equals(dismissed) ? Optional.empty() : now);
    }

    SettingsDraft draft() {
        return draft.get();
    }

    void edit(UnaryOperator<SettingsDraft> change) {
        draft.set(change.apply(draft.get()));
    }

    /// Takes in what was changed elsewhere; own changes that aren't applied stay. To be called when the page appears.
    void refresh() {
        askLogin();
        SettingsDraft stored = SettingsDraft.of(store.current()).withStartAtLogin(saved.startAtLogin());
        SettingsDraft next = draft.get();
        for (SettingsSection section : SettingsSection.values()) {
            if (!isChanged(section)) {
                next = next.with(section, stored);
            }
        }
        saved = stored;
        draft.set(next);
        revision.set(revision.get() + 1);
    }

    /// Why Quayside can't start at login; empty where it can.
    Optional<String> whyNoLogin() {
        return login.unavailable();
    }

    private void askLogin() {
        if (whyNoLogin().isEmpty()) {
            onThread(() -> {});
        }
    }

    /// What the system has in the end counts, whatever came of it.
    private void setLogin(boolean on) {
        onThread(() -> login.set(on));
    }

    /// What is done with the system's own setting.
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private void onThread(Work work) {
        Thread.ofVirtual().name("login-start").start(() -> {
            try {
                try {
                    work.run();
                } finally {
                    boolean on = login.isOn();
                    fx.run(() -> takeLogin(on));
                }
            } catch (IOException e) {
                fx.run(() -> problem.set(Optional.of(loginProblem(e))));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void takeLogin(boolean on) {
        boolean untouched = draft.get().startAtLogin() == saved.startAtLogin();
        saved = saved.withStartAtLogin(on);
        if (untouched) {
            draft.set(draft.get().withStartAtLogin(on));
        }
        revision.set(revision.get() + 1);
    }

    private static Problem loginProblem(IOException failure) {
        return new Problem(
                "Whether Quayside starts at login couldn’t be changed.",
                "The system gave the reason below.",
                List.of(),
                Optional.of(SafeText.line(String.valueOf(failure.getMessage()))),
                List.of(),
                "login-start",
                true);
    }

    boolean isChanged(SettingsSection section) {
        return draft.get().differences(section, saved) > 0;
    }

    int changes() {
        int sum = 0;
        for (SettingsSection section : SettingsSection.values()) {
            sum += draft.get().differences(section, saved);
        }
        return sum;
    }

    /// "1 change." or "3 changes."
    String changesText() {
        int changes = changes();
        return changes == 1 ? "1 change." : changes + " changes.";
    }

    /// What applying does, beside the number.
    String effectText() {
        return isChanged(SettingsSection.GENERAL) || isChanged(SettingsSection.KEYBOARD)
                ? "Applies at once. No container is affected."
                : "Shown already, not kept yet.";
    }

    void apply() {
        SettingsDraft applied = draft.get();
        store.update(applied::on);
        boolean login = applied.startAtLogin();
        boolean changed = login != saved.startAtLogin();
        saved = applied;
        if (changed) {
            setLogin(login);
        }
        revision.set(revision.get() + 1);
    }

    void discard() {
        draft.set(saved);
    }

    /// The defaults for one section, as a change to apply.
    void reset(SettingsSection section) {
        draft.set(draft.get().with(section, SettingsDraft.of(Settings.DEFAULT)));
    }

    boolean isDefault(SettingsSection section) {
        return draft.get().differences(section, SettingsDraft.of(Settings.DEFAULT)) == 0;
    }
}
