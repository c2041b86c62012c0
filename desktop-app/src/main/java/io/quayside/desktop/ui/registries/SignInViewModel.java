package io.quayside.desktop.ui.registries;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.FxThread;
import io.quayside.engine.credential.Login;
import io.quayside.engine.credential.RegistryServer;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The form that signs in to a registry. Tried by the engine, kept only when the registry takes it. FX thread; the work
/// is done on virtual threads.
final class SignInViewModel {
    /// The fields, in the order of the form.
    enum Field {
        ADDRESS,
        USER,
        SECRET
    }

    /// What is wrong with a field.
    record Wrong(Field field, String words) {}

    private final RegistryWork work;
    private final FxThread fx;
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty user = new SimpleStringProperty("");
    private final StringProperty secret = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Wrong>> wrong = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<RegistryCheck> check = new ReadOnlyObjectWrapper<>(new RegistryCheck.None());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> keeper = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private String asked = "";

    SignInViewModel(RegistryWork work, FxThread fx) {
        this.work = work;
        this.fx = fx;
        address.subscribe(() -> check.set(new RegistryCheck.None()));
        address.subscribe(this::changed);
        user.subscribe(this::changed);
        secret.subscribe(this::changed);
    }

    private void changed() {
        wrong.set(Optional.empty());
        problem.set(Optional.empty());
    }

    StringProperty addressProperty() {
        return address;
    }

    StringProperty userProperty() {
        return user;
    }

    StringProperty secretProperty() {
        return secret;
    }

    /// The first field that is wrong, since the last attempt and until one is changed.
    ReadOnlyObjectProperty<Optional<Wrong>> wrongProperty() {
        return wrong.getReadOnlyProperty();
    }

    /// Whether the address answers.
    ReadOnlyObjectProperty<RegistryCheck> checkProperty() {
        return check.getReadOnlyProperty();
    }

    /// Why signing in failed.
    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// The program that would keep the login; empty if it would stand unencrypted in [#file()].
    ReadOnlyObjectProperty<Optional<String>> keeperProperty() {
        return keeper.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    String file() {
        return work.file();
    }

    /// The form opens, empty but for the address.
    void begin(String registry) {
        address.set(registry);
        user.set("");
        secret.set("");
        check.set(new RegistryCheck.None());
        asked = "";
        look();
    }

    /// The form closes; no secret stays in it.
    void end() {
        secret.set("");
    }

    /// Asks whether the address answers, and who would keep the login.
    void look() {
        String typed = address.get().strip();
        if (typed.isEmpty() || typed.equals(asked) || addressProblem().isPresent()) {
            return;
        }
        asked = typed;
        check.set(new RegistryCheck.Asking());
        Thread.ofVirtual().name("registry-knock").start(() -> {
            String server = RegistryServer.ofTyped(typed);
            Optional<String> program = work.keeper(server);
            fx.run(() -> keeper.set(program));
            RegistryCheck answer = work.knock(server);
            fx.run(() -> {
                if (typed.equals(address.get().strip())) {
                    check.set(answer);
                }
            });
        });
    }

    /// Asks once more, because something has changed.
    void lookAgain() {
        asked = "";
        look();
    }

    /// Signs in.
    ///
    /// @param keep for docker and later sessions too
    /// @param done runs when the registry took it
    void signIn(boolean keep, Runnable done) {
        wrong.set(firstWrong());
        if (wrong.get().isPresent() || busy.get()) {
            return;
        }
        busy.set(true);
        problem.set(Optional.empty());
        Login login = Login.withPassword(
                RegistryServer.ofTyped(address.get()), user.get().strip(), secret.get());
        Thread.ofVirtual().name("registry-sign-in").start(() -> {
            Optional<Problem> failure = work.signIn(login, keep);
            fx.run(() -> {
                busy.set(false);
                problem.set(failure);
                if (failure.isEmpty()) {
                    end();
                    done.run();
                }
            });
        });
    }

    private Optional<Wrong> firstWrong() {
        Optional<String> bad = addressProblem();
        if (bad.isPresent()) {
            return Optional.of(new Wrong(Field.ADDRESS, bad.get()));
        }
        if (user.get().isBlank()) {
            return Optional.of(new Wrong(Field.USER, "It needs a user name."));
        }
        return secret.get().isEmpty()
                ? Optional.of(new Wrong(Field.SECRET, "It needs a password or a token."))
                : Optional.empty();
    }

    private Optional<String> addressProblem() {
        String typed = address.get().strip();
        if (typed.isEmpty()) {
            return Optional.of("It needs an address, as in registry.example.com.");
        }
        String server = RegistryServer.ofTyped(typed);
        return server.equals(RegistryServer.DOCKER_HUB) || server.matches("[A-Za-z0-9.\\-\\[\\]:]+")
                ? Optional.empty()
                : Optional.of("An address is a host name and, if needed, a port: registry.example.com:5000.");
    }
}
