/// The Logs tab of a container's page: its whole output from the store on disk, painted a screen at a time.
@NullMarked
package io.quayside.desktop.ui.containers.detail.logs;

import org.jspecify.annotations.NullMarked;
