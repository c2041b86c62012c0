package io.quayside.desktop.ui.shell.frame;

import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.state.EngineFigures;
import io.quayside.desktop.state.EngineSession;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.state.mirror.EngineMirror;
import io.quayside.desktop.state.stats.StatsHub;
import io.quayside.desktop.task.Subscription;
import io.quayside.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// An engine session that says what a test tells it to.
public class FakeSession implements EngineSession {
    public final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<Consumer<EngineStatus>> statusListeners = new ArrayList<>();
    private final List<Consumer<EngineFigures>> figureListeners = new ArrayList<>();
    private final EngineMirror mirror = new EngineMirror();
    private final StatsHub stats = new StatsHub(mirror);
    private EngineStatus status = new EngineStatus.NoEngine();
    private EngineFigures figures = EngineFigures.UNKNOWN;

    public void become(EngineStatus next) {
        status = next;
        List.copyOf(statusListeners).forEach(listener -> listener.accept(next));
    }

    public void measure(EngineFigures next) {
        figures = next;
        List.copyOf(figureListeners).forEach(listener -> listener.accept(next));
    }

    public int figureListeners() {
        return figureListeners.size();
    }

    @Override
    public EngineStatus status() {
        return status;
    }

    @Override
    public Subscription onStatus(Consumer<EngineStatus> listener) {
        statusListeners.add(listener);
        listener.accept(status);
        return () -> statusListeners.remove(listener);
    }

    @Override
    public Subscription onFigures(Consumer<EngineFigures> listener) {
        figureListeners.add(listener);
        listener.accept(figures);
        return () -> figureListeners.remove(listener);
    }

    @Override
    public Optional<Engine> engine() {
        return Optional.empty();
    }

    @Override
    public EngineMirror mirror() {
        return mirror;
    }

    @Override
    public StatsHub stats() {
        return stats;
    }

    @Override
    public Optional<EngineChoice> choice() {
        return Optional.of(new EngineChoice("default", "default", "unix:///var/run/docker.sock", Optional.empty()));
    }

    @Override
    public List<EngineChoice> choices() {
        return List.of(
                choice().orElseThrow(),
                new EngineChoice("build-server", "build-server", "ssh://ci@build.example.com", Optional.empty()),
                new EngineChoice("broken", "broken", "", Optional.of("meta.json is not readable")));
    }

    @Override
    public void useAndStart(EngineChoice choice) {
        calls.add("use and start " + choice.key());
    }

    @Override
    public void use(EngineChoice choice) {
        calls.add("use " + choice.key());
    }

    @Override
    public void retryNow() {
        calls.add("retryNow");
    }

    @Override
    public boolean canStartAndStop() {
        return true;
    }

    @Override
    public void start() {
        calls.add("start");
    }

    @Override
    public void stop() {
        calls.add("stop");
    }

    @Override
    public void windowVisible(boolean visible) {
        calls.add("visible " + visible);
    }

    @Override
    public void close() {
        mirror.close();
    }
}
