package io.quayside.engine.stream;

/// Takes pieces of output without a copy.
@FunctionalInterface
public interface FrameSink {

    /// Called for each piece, in order. `buffer` is valid until this method returns.
    void frame(StreamType type, byte[] buffer, int offset, int length);

    /// A frame begins, whose pieces follow. Engines write one frame for each line, and several for a very long one.
    /// Not called where there are no frames on the wire.
    default void begins(StreamType type) {}
}
