/// The nodes of the frame: rail, top bar, content, popovers, modal layer.
@NullMarked
package io.quayside.desktop.ui.shell.frame;

import org.jspecify.annotations.NullMarked;
