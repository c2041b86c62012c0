/// Quayside's engine client against docker-java, on the same engine in the same run.
@NullMarked
package io.quayside.benchmarks.client;

import org.jspecify.annotations.NullMarked;
