package io.quayside.vm.lifecycle;

/// Is told how far a start has come, on the starting thread.
@FunctionalInterface
public interface StartListener {
    /// This step begins, and the one before it is done. Names are for people.
    void begins(String step);

    /// Nobody is interested.
    static StartListener none() {
        return step -> {};
    }
}
