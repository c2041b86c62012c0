package io.quayside.engine.logs;

import java.nio.ByteBuffer;

/// What one writer gathers before it goes to disk. Outside the heap.
record LogBuffers(ByteBuffer data, ByteBuffer index) {
    private static final int DATA = 256 * 1024;
    private static final int INDEX = 64 * 1024;

    static LogBuffers create() {
        return new LogBuffers(ByteBuffer.allocateDirect(DATA), ByteBuffer.allocateDirect(INDEX));
    }
}
