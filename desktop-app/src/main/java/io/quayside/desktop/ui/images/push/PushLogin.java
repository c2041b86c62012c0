package io.quayside.desktop.ui.images.push;

import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.LatestAnswer;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.credential.CredentialException;
import io.quayside.engine.credential.RegistryServer;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Who is signed in to the registry that a typed name leads to, asked once typing has paused. FX thread.
public final class PushLogin {
    private static final Duration PAUSE = Duration.ofMillis(250);

    /// What is known.
    sealed interface State {
        /// Nothing, or not yet.
        record Unknown() implements State {}

        /// @param user a name, or `<token>`
        record SignedIn(String user) implements State {}

        record NotSignedIn() implements State {}

        /// @param why in words
        record Unreadable(String why) implements State {}
    }

    private final ContainersParts parts;
    private final LatestAnswer asked;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Unknown());
    private Optional<String> server = Optional.empty();
    private Subscription pause = () -> {};

    public PushLogin(ContainersParts parts) {
        this.parts = parts;
        this.asked = new LatestAnswer(parts.fx(), "push-login");
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// This is to be pushed now.
    void typed(String reference) {
        Optional<String> now = Optional.of(RegistryServer.ofImage(reference)).filter(ignored -> !reference.isEmpty());
        if (!now.equals(server)) {
            server = now;
            state.set(new State.Unknown());
            again();
        }
    }

    /// Somebody may have signed in or out meanwhile.
    void again() {
        stop();
        server.ifPresent(of -> pause = parts.fx().after(PAUSE, () -> asked.ask(() -> find(of), state::set)));
    }

    /// Nobody waits for an answer any more.
    public void stop() {
        pause.close();
        asked.stop();
    }

    private State find(String of) {
        try {
            return parts.logins()
                    .user(of)
                    .<State>map(user -> new State.SignedIn(SafeText.line(user)))
                    .orElseGet(State.NotSignedIn::new);
        } catch (CredentialException e) {
            return new State.Unreadable(SafeText.line(String.valueOf(e.getMessage())));
        }
    }
}
