/// A virtual machine without acceleration: how long it takes to start and stop, what it holds in memory,
/// how quick its ports and shared folders are, and how large its image is.
@org.jspecify.annotations.NullMarked
package io.quayside.benchmarks.vm;
