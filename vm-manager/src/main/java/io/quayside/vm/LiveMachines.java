package io.quayside.vm;

import io.quayside.vm.lifecycle.LiveMachine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The machines that this process is connected to, by name, and those who want to hear of new connections. Thread-safe;
/// listeners are called with the lock held, so that they hear of connections in their order.
final class LiveMachines {
    private record Listener(String name, Consumer<LiveMachine> listener) {}

    private final Map<String, LiveMachine> byName = new HashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    synchronized Optional<LiveMachine> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    synchronized List<String> names() {
        return List.copyOf(byName.keySet());
    }

    synchronized void put(String name, LiveMachine machine) {
        byName.put(name, machine);
        for (Listener listener : listeners) {
            if (listener.name().equals(name)) {
                listener.listener().accept(machine);
            }
        }
    }

    synchronized Optional<LiveMachine> remove(String name) {
        return Optional.ofNullable(byName.remove(name));
    }

    synchronized Runnable listen(String name, Consumer<LiveMachine> listener) {
        Listener added = new Listener(name, listener);
        listeners.add(added);
        get(name).ifPresent(listener);
        return () -> listeners.remove(added);
    }
}
