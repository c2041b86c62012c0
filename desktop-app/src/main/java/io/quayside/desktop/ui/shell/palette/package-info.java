/// The command palette: one field over every object, command and setting.
@NullMarked
package io.quayside.desktop.ui.shell.palette;

import org.jspecify.annotations.NullMarked;
