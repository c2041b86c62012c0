package io.quayside.engine.files;

/// Hears how far a copy is. Called on the thread that copies.
public interface Transfer {
    /// Nobody wants to know.
    Transfer UNWATCHED = new Transfer() {
        @Override
        public void moved(long bytes) {}

        @Override
        public void opened(AutoCloseable stream) {}
    };

    /// So many bytes of content are over, all in all.
    void moved(long bytes);

    /// Closing this, from any thread, ends the copy.
    void opened(AutoCloseable stream);
}
