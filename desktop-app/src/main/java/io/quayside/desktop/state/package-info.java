/// The engine in use and the last known state of everything in it. Knows no JavaFX.
@NullMarked
package io.quayside.desktop.state;

import org.jspecify.annotations.NullMarked;
