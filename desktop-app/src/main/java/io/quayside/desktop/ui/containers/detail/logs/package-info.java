/// Output of containers from the stores on disk, painted a screen at a time: of one container in the Logs tab of its
/// page, of several in the order of the engine's time on a page of its own. A [LogContent] says what there is, the same
/// [LogsPane] shows either.
@NullMarked
package io.quayside.desktop.ui.containers.detail.logs;

import org.jspecify.annotations.NullMarked;
