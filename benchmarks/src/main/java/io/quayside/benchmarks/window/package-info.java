/// Quayside's window against an empty window of JavaFX with the same JVM options.
@NullMarked
package io.quayside.benchmarks.window;

import org.jspecify.annotations.NullMarked;
