/// Tests of the figures, on a scripted daemon.
@NullMarked
package io.quayside.desktop.state.stats;

import org.jspecify.annotations.NullMarked;
