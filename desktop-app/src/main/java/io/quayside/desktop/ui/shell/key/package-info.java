/// Keys: how they are written in the settings, said to the user, and dispatched to commands.
@NullMarked
package io.quayside.desktop.ui.shell.key;

import org.jspecify.annotations.NullMarked;
