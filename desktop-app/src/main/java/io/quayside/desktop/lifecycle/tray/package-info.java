/// Quayside in the tray or menu bar, on desktops that have one.
@NullMarked
package io.quayside.desktop.lifecycle.tray;

import org.jspecify.annotations.NullMarked;
