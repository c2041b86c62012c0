package io.quayside.desktop.ui.containers.detail.inspect;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.LatestAnswer;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.model.ContainerDetails;
import io.quayside.engine.model.ImageDetails;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Asks the engine for everything about a container, when it is shown and each time that it changed. Only the last
/// question is answered. FX thread.
final class InspectViewModel {
    /// What the engine said.
    sealed interface Answer {
        /// Nothing yet.
        record Waiting() implements Answer {}

        record Read(InspectFacts facts, JsonTree json, Instant at) implements Answer {}

        record Failed(Problem problem) implements Answer {}
    }

    private final ContainersParts parts;
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(new Answer.Waiting());
    private final LatestAnswer asked;
    private @Nullable ContainerLine container;

    InspectViewModel(ContainersParts parts) {
        this.parts = parts;
        this.asked = new LatestAnswer(parts.fx(), "container-inspect");
    }

    ReadOnlyObjectProperty<Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    void shown(ContainerLine line) {
        container = line;
        answer.set(new Answer.Waiting());
        read();
    }

    void changed(ContainerLine line) {
        boolean same = container != null
                && container.live() == line.live()
                && container.container().equals(line.container());
        container = line;
        if (!same) {
            read();
        }
    }

    void hidden() {
        asked.stop();
        container = null;
    }

    /// Whether the last question was answered, or can't be.
    boolean settled() {
        return !asked.isWaiting();
    }

    Optional<ContainerLine> container() {
        return Optional.ofNullable(container);
    }

    /// Asks again.
    void read() {
        asked.stop();
        Optional<Engine> engine = parts.session().engine();
        ContainerLine line = container;
        if (line != null && line.live() && engine.isPresent()) {
            asked.ask(() -> answer(engine.get(), line), answer::set);
        }
    }

    private Answer answer(Engine engine, ContainerLine line) {
        try {
            ContainerDetails details =
                    engine.containers().inspect(line.container().id());
            return new Answer.Read(
                    InspectFacts.of(
                            details,
                            image(engine, details.imageId()),
                            parts.clock().instant()),
                    JsonTree.of(details.json().text()),
                    parts.clock().instant());
        } catch (EngineException e) {
            return new Answer.Failed(parts.problems().map(e, new Attempt("inspect", line.name())));
        }
    }

    private static Optional<ImageDetails> image(Engine engine, String id) throws EngineException {
        try {
            return Optional.of(engine.images().inspect(id));
        } catch (NotFoundException e) {
            return Optional.empty(); // somebody deleted it by force
        }
    }
}
