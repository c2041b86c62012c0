/// A real ssh server for tests, on a loopback port.
@org.jspecify.annotations.NullMarked
package io.quayside.testing.ssh;
