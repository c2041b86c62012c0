/// The Quayside window and the `quayside` command line.
@NullMarked
package io.quayside.desktop;

import org.jspecify.annotations.NullMarked;
