/// Tasks as the frame shows them: the popover, the newest one in the status bar, the notification at the end.
@NullMarked
package io.quayside.desktop.ui.shell.tasks;

import org.jspecify.annotations.NullMarked;
