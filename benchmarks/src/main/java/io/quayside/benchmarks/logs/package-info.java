/// What keeping, showing and searching the output of a container costs.
@NullMarked
package io.quayside.benchmarks.logs;

import org.jspecify.annotations.NullMarked;
