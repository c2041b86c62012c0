/// Which engines there are to choose from, and how each is reached.
@NullMarked
package io.quayside.desktop.engines;

import org.jspecify.annotations.NullMarked;
