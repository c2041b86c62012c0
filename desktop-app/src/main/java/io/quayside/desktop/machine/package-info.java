/// The virtual machines of this computer, as the window and the command line use them.
@NullMarked
package io.quayside.desktop.machine;

import org.jspecify.annotations.NullMarked;
