/// An engine that answers from memory, so that a figure shows what Quayside costs and not what an engine does.
@NullMarked
package io.quayside.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
