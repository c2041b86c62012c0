/// The life of the window: shown, in the background, quitting; and the ordered steps of the end.
@NullMarked
package io.quayside.desktop.lifecycle;

import org.jspecify.annotations.NullMarked;
