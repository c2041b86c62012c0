package io.quayside.desktop.ui.images;

import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.LatestAnswer;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// For which machines the engine runs images by itself. Asked once for each engine. FX thread.
final class EngineArch {
    private final ContainersParts parts;
    private final Consumer<String> known;
    private final LatestAnswer asked;
    private @Nullable Engine answered;

    /// @param known is told the architecture, such as `arm64`, or nothing if the engine doesn't say
    EngineArch(ContainersParts parts, Consumer<String> known) {
        this.parts = parts;
        this.known = known;
        this.asked = new LatestAnswer(parts.fx(), "engine-arch");
    }

    void ask() {
        Optional<Engine> engine = parts.session().engine();
        if (engine.isPresent() && !engine.get().equals(answered) && !asked.isWaiting()) {
            asked.ask(() -> arch(engine.get()), arch -> {
                answered = engine.get();
                known.accept(arch);
            });
        }
    }

    void hidden() {
        asked.stop();
    }

    private static String arch(Engine engine) {
        try {
            return engine.system().version().arch();
        } catch (EngineException e) {
            return ""; // the list of platforms then says "Engine's"
        }
    }
}
