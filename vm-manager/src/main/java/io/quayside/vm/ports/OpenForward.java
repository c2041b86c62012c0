package io.quayside.vm.ports;

/// A forward that listens. Closing it ends its connections too.
interface OpenForward extends AutoCloseable {
    @Override
    void close();
}
