package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.engine.logs.LineSet;
import io.quayside.engine.logs.LogLines;
import io.quayside.engine.logs.LogPattern;
import io.quayside.engine.logs.LogStore;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Lines that somebody else brings into a store. FX thread.
final class StoreContent implements LogContent {
    private final ContainersParts parts;
    private final LogStore store;
    private final String name;
    private Runnable listening = () -> {};
    private Host host = new Nobody();

    /// @param name in words, for titles
    StoreContent(ContainersParts parts, LogStore store, String name) {
        this.parts = parts;
        this.store = store;
        this.name = name;
    }

    @Override
    public void open(Host to) {
        host = to;
        listening = store.onGrowth(to::grown);
    }

    @Override
    public void close() {
        listening.run();
        listening = () -> {};
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public LogLines lines() {
        return store;
    }

    @Override
    public Optional<LineSet> wanted() {
        return Optional.empty();
    }

    @Override
    public boolean numbered() {
        return true;
    }

    @Override
    public boolean together() {
        return false;
    }

    @Override
    public Optional<LogService> service(long line) {
        return Optional.empty();
    }

    @Override
    public void take() {
        // What is in the store is shown as it is.
    }

    @Override
    public void wantAll() {
        // It is all of it.
    }

    @Override
    public LogSearching search(LogPattern pattern, long from) {
        return new RunningSearch(
                store, pattern, from, new ReentrantLock(), () -> parts.fx().run(host::changed));
    }

    @Override
    public boolean isReading() {
        return false;
    }

    @Override
    public Optional<String> rest() {
        return Optional.empty();
    }

    @Override
    public void again() {
        // Nothing here can fail.
    }

    @Override
    public Everything everything() {
        return () -> store;
    }
}
