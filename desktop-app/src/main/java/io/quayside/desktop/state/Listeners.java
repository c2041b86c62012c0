package io.quayside.desktop.state;

import io.quayside.desktop.task.Subscription;
import io.quayside.engine.AllowedTo;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who wants to hear of something. Any thread may add or remove; one thread at a time tells. A listener that throws is
/// logged and doesn't keep the others from hearing.
public final class Listeners<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final CopyOnWriteArrayList<Entry<T>> list = new CopyOnWriteArrayList<>();

    public Subscription add(Consumer<T> listener) {
        Entry<T> entry = new Entry<>(listener);
        list.add(entry);
        return () -> list.remove(entry);
    }

    public void tell(T value) {
        list.forEach(entry -> entry.tell(value));
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    /// One addition: the same listener may be added twice and removed once.
    @AllowedTo("catch whatever a listener throws: the other listeners have to hear of it all the same")
    private static final class Entry<T> {
        private final Consumer<T> listener;

        Entry(Consumer<T> listener) {
            this.listener = listener;
        }

        void tell(T value) {
            try {
                listener.accept(value);
            } catch (RuntimeException e) {
                LOG.error("A listener failed", e);
            }
        }
    }
}
