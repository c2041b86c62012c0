package io.quayside.desktop.task;

/// Something to close when the subscriber goes away. Closing twice is harmless; any thread may close.
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    @Override
    void close();

    /// Closes all of the given ones, in order.
    static Subscription all(Subscription... parts) {
        return () -> {
            for (Subscription part : parts) {
                part.close();
            }
        };
    }
}
