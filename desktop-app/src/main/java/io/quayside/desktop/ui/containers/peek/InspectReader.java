package io.quayside.desktop.ui.containers.peek;

import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.ui.containers.LatestAnswer;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import java.util.function.Consumer;

/// Asks the engine for everything about a container, on a virtual thread; only the last question is answered. FX
/// thread.
final class InspectReader {
    private final Consumer<String> show;
    private final LatestAnswer asked;

    InspectReader(FxThread fx, Consumer<String> show) {
        this.asked = new LatestAnswer(fx, "peek-inspect");
        this.show = show;
    }

    void read(Engine engine, String id) {
        asked.ask(() -> answer(engine, id), show);
    }

    void stop() {
        asked.stop();
    }

    private static String answer(Engine engine, String id) {
        try {
            return JsonText.of(engine.containers().inspect(id).json());
        } catch (EngineException e) {
            return e.engineMessage().orElse("The engine gave no answer.");
        }
    }
}
