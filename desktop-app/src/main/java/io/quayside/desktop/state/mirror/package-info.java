/// The last known state of everything in the engine, kept up to date by its events.
@NullMarked
package io.quayside.desktop.state.mirror;

import org.jspecify.annotations.NullMarked;
