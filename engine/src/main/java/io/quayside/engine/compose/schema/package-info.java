/// What an editor of compose files wants to know while somebody types: errors at their lines by the Compose
/// Specification's own schema, and
/// what may stand at the caret. What a file means is asked of Docker Compose itself.
@NullMarked
package io.quayside.engine.compose.schema;

import org.jspecify.annotations.NullMarked;
