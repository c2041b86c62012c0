/// The one door to the FX thread, and every long action as a task with title, progress, cancel and outcome.
@NullMarked
package io.quayside.desktop.task;

import org.jspecify.annotations.NullMarked;
