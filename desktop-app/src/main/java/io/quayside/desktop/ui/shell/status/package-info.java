/// The status bar: the engine's state and live figures, and the newest task.
@NullMarked
package io.quayside.desktop.ui.shell.status;

import org.jspecify.annotations.NullMarked;
