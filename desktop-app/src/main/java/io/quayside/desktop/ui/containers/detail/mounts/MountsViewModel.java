package io.quayside.desktop.ui.containers.detail.mounts;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.LatestAnswer;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.engine.Engine;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Asks the engine about mounts, ports and networks when the tab is shown and each time the container changed. Only the
/// last question is answered. FX thread.
final class MountsViewModel {
    /// What the engine said.
    sealed interface Answer {
        /// Nothing yet.
        record Waiting() implements Answer {}

        record Read(MountFacts facts, ContainerLine line) implements Answer {}

        record Failed(Problem problem) implements Answer {}
    }

    private final ContainersParts parts;
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(new Answer.Waiting());
    private final LatestAnswer asked;
    private @Nullable ContainerLine container;

    MountsViewModel(ContainersParts parts) {
        this.parts = parts;
        this.asked = new LatestAnswer(parts.fx(), "container-mounts");
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
                && container.ports().equals(line.ports())
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

    Optional<ContainerLine> container() {
        return Optional.ofNullable(container);
    }

    boolean settled() {
        return !asked.isWaiting();
    }

    /// Opens an address or a folder with the program that the system has for it.
    void open(String address) {
        parts.browse().accept(address);
    }

    private void read() {
        asked.stop();
        Optional<Engine> engine = parts.session().engine();
        ContainerLine line = container;
        if (line != null && line.live() && engine.isPresent()) {
            asked.ask(() -> answer(engine.get(), line), answer::set);
        }
    }

    private Answer answer(Engine engine, ContainerLine line) {
        try {
            boolean local = engine.endpoint() instanceof EngineEndpoint.UnixSocket;
            return new Answer.Read(
                    MountFacts.of(engine.containers().inspect(line.container().id()), path -> local && isFolder(path)),
                    line);
        } catch (EngineException e) {
            return new Answer.Failed(parts.problems().map(e, new Attempt("inspect", line.name())));
        }
    }

    private static boolean isFolder(String path) {
        try {
            return Files.isDirectory(Path.of(path));
        } catch (InvalidPathException e) {
            return false; // a name that this system can't have
        }
    }
}
