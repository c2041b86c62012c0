/// Tests of the engine's state, and how they reach an engine.
@NullMarked
package io.quayside.desktop.state;

import org.jspecify.annotations.NullMarked;
