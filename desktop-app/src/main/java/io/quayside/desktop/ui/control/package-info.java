/// Controls that several pages use, and the base of views that subscribe only while they are shown.
@NullMarked
package io.quayside.desktop.ui.control;

import org.jspecify.annotations.NullMarked;
