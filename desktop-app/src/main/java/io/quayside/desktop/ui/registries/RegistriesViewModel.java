package io.quayside.desktop.ui.registries;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.control.ViewLifecycle;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the page of registries shows: read when it opens, when the engine changes, and after signing in or out. FX
/// thread; reading is done on virtual threads.
final class RegistriesViewModel extends ViewLifecycle {
    private final ContainersParts parts;
    private final RegistryWork work;
    private final SignInViewModel signIn;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<RegistryRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<String, RegistryCheck>> checks = new ReadOnlyObjectWrapper<>(Map.of());
    private List<RegistryRow> all = List.of();
    private int round;
    private boolean known;

    RegistriesViewModel(ContainersParts parts, RegistryWork work) {
        this.parts = parts;
        this.work = work;
        this.signIn = new SignInViewModel(work, parts.fx());
        filter.subscribe(this::sift);
    }

    @Override
    protected void onShown() {
        known = false;
        whileShown(parts.session().onStatus(status -> parts.fx().run(() -> statusChanged(status))));
    }

    private void statusChanged(EngineStatus status) {
        boolean passing = status instanceof EngineStatus.Connecting || status instanceof EngineStatus.Starting;
        if (isShown() && !passing) {
            refresh();
        }
    }

    /// Reads everything again.
    void refresh() {
        int mine = ++round;
        Thread.ofVirtual().name("registries-find").start(() -> {
            RegistryWork.Found found = work.find();
            parts.fx().run(() -> {
                if (mine == round) {
                    known = true;
                    all = found.rows();
                    problem.set(found.problem());
                    sift();
                }
            });
        });
    }

    private void sift() {
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        rows.set(all.stream()
                .filter(row -> (row.title() + " " + row.address() + " " + row.user())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList());
    }

    StringProperty filterProperty() {
        return filter;
    }

    ReadOnlyObjectProperty<List<RegistryRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void dismissProblem() {
        problem.set(Optional.empty());
    }

    /// What came of testing, by registry.
    ReadOnlyObjectProperty<Map<String, RegistryCheck>> checksProperty() {
        return checks.getReadOnlyProperty();
    }

    SignInViewModel signIn() {
        return signIn;
    }

    /// "5 addresses, signed in to 1".
    String summary() {
        long signedIn = all.stream().filter(RegistryRow::signedIn).count();
        String count = all.size() == 1 ? "1 address" : all.size() + " addresses";
        return known ? count + ", signed in to " + (signedIn == 0 ? "none" : signedIn) : "";
    }

    String file() {
        return work.file();
    }

    boolean settled() {
        return known && checks.get().values().stream().noneMatch(RegistryCheck.Asking.class::isInstance);
    }

    void test(RegistryRow row) {
        note(row.server(), new RegistryCheck.Asking());
        Thread.ofVirtual().name("registry-test").start(() -> {
            RegistryCheck answer = work.check(row.server());
            parts.fx().run(() -> note(row.server(), answer));
        });
    }

    /// Has the engine trust a certificate, and asks the registry again.
    ///
    /// @param copy takes a text to the clipboard
    /// @param typed whether the address in the form is asked again too
    void trust(String server, X509Certificate certificate, Consumer<String> copy, boolean typed) {
        note(server, new RegistryCheck.Asking());
        Thread.ofVirtual().name("registry-trust").start(() -> {
            Optional<Problem> failure = work.trust(server, certificate, copy);
            RegistryCheck answer = work.check(server);
            parts.fx().run(() -> {
                problem.set(failure);
                note(server, answer);
                if (typed) {
                    signIn.lookAgain();
                }
            });
        });
    }

    private void note(String server, RegistryCheck check) {
        Map<String, RegistryCheck> next = new HashMap<>(checks.get());
        next.put(server, check);
        checks.set(Map.copyOf(next));
    }

    /// @param done runs when it is done
    void signOut(RegistryRow row, Runnable done) {
        Thread.ofVirtual().name("registry-sign-out").start(() -> {
            Optional<Problem> failure = work.signOut(row.server());
            parts.fx().run(() -> {
                note(row.server(), new RegistryCheck.None());
                if (failure.isPresent()) {
                    problem.set(failure);
                } else {
                    done.run();
                    refresh();
                }
            });
        });
    }
}
