/// The tab Processes: what runs in a container, and signals to it.
@NullMarked
package io.quayside.desktop.ui.containers.detail.processes;

import org.jspecify.annotations.NullMarked;
