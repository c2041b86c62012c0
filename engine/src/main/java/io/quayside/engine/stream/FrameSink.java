package io.quayside.engine.stream;

/// Takes pieces of output without a copy.
@FunctionalInterface
public interface FrameSink {

    /// Called for each piece, in order. `buffer` is valid until this method returns.
    void frame(StreamType type, byte[] buffer, int offset, int length);
}
