/// The frame around every page: rail, top bar, status bar, tasks, palette, keys, navigation.
@NullMarked
package io.quayside.desktop.ui.shell;

import org.jspecify.annotations.NullMarked;
