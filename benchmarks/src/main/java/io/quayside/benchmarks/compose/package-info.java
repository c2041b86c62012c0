/// What bringing a project up costs beside Docker Compose alone.
@NullMarked
package io.quayside.benchmarks.compose;

import org.jspecify.annotations.NullMarked;
