/// Live figures of containers and of the engine, measured only while somebody looks.
@NullMarked
package io.quayside.desktop.state.stats;

import org.jspecify.annotations.NullMarked;
