package io.quayside.desktop.state;

import io.quayside.desktop.task.Subscription;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who wants to hear of something. Any thread may add or remove; one thread at a time tells. A listener that throws is
/// logged and doesn't keep the others from hearing.
public final class Listeners<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final CopyOnWriteArrayList<Consumer<T>> list = new CopyOnWriteArrayList<>();

    public Subscription add(Consumer<T> listener) {
        Consumer<T> own = listener::accept; // the same listener may be added twice and removed once
        list.add(own);
        return () -> list.remove(own);
    }

    public void tell(T value) {
        for (Consumer<T> listener : list) {
            tell(listener, value);
        }
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    private static <T> void tell(Consumer<T> listener, T value) {
        try {
            listener.accept(value);
        } catch (RuntimeException e) {
            LOG.error("A listener failed", e);
        }
    }
}
