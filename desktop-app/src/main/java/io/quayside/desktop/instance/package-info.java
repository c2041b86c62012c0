/// One window per data directory: who holds it, and how a second start reaches the first.
@NullMarked
package io.quayside.desktop.instance;

import org.jspecify.annotations.NullMarked;
