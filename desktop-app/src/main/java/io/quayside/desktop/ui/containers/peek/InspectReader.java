package io.quayside.desktop.ui.containers.peek;

import io.quayside.desktop.task.FxThread;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Asks the engine for everything about a container, on a virtual thread; only the last question is answered. FX
/// thread.
final class InspectReader {
    private final FxThread fx;
    private final Consumer<String> show;
    private @Nullable Thread asking;

    InspectReader(FxThread fx, Consumer<String> show) {
        this.fx = fx;
        this.show = show;
    }

    void read(Engine engine, String id) {
        stop();
        asking = Thread.ofVirtual().name("peek-inspect").start(() -> ask(engine, id));
    }

    void stop() {
        if (asking != null) {
            asking.interrupt();
            asking = null;
        }
    }

    private void ask(Engine engine, String id) {
        Thread self = Thread.currentThread();
        String text = answer(engine, id);
        fx.run(() -> {
            if (self.equals(asking)) {
                show.accept(text);
            }
        });
    }

    private static String answer(Engine engine, String id) {
        try {
            return JsonText.of(engine.containers().inspect(id).json());
        } catch (EngineException e) {
            return e.engineMessage().orElse("The engine gave no answer.");
        }
    }
}
