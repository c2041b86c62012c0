/// The same work as Quayside's client benchmarks, done with docker-java.
@NullMarked
package io.quayside.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
