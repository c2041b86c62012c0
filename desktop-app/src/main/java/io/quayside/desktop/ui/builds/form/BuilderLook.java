package io.quayside.desktop.ui.builds.form;

import io.quayside.desktop.builds.Builds;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.engine.build.ImageBuilder;
import io.quayside.engine.error.EngineException;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Asks which builder a build would be done by. FX thread.
final class BuilderLook {
    /// The answer.
    ///
    /// @param name such as `classic builder`, empty while there is no engine
    /// @param reason a sentence
    /// @param secretsRefused why it takes no secrets; empty if it does
    record Choice(String name, String reason, Optional<String> secretsRefused) {}

    private static final Choice AWAY = new Choice("", "There is no connection to the engine now.", Optional.empty());

    private final ContainersParts parts;
    private final Builds builds;
    private final ReadOnlyObjectWrapper<Optional<Choice>> choice = new ReadOnlyObjectWrapper<>(Optional.empty());

    BuilderLook(ContainersParts parts, Builds builds) {
        this.parts = parts;
        this.builds = builds;
    }

    /// The last answer.
    ReadOnlyObjectProperty<Optional<Choice>> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    void ask() {
        parts.tasks()
                .task("Asking which builder there is")
                .brief()
                .start(context -> look(), now -> choice.set(Optional.of(now)));
    }

    private Choice look() {
        try {
            ImageBuilder builder = builds.builder(parts.connected());
            return new Choice(
                    builder.name(),
                    builder.reason(),
                    builder.takesSecrets()
                            ? Optional.empty()
                            : Optional.of("Secrets need BuildKit. " + builder.reason()));
        } catch (EngineException e) {
            return AWAY;
        }
    }
}
