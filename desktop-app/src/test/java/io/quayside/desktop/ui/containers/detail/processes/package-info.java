/// Tests of the Processes tab.
@NullMarked
package io.quayside.desktop.ui.containers.detail.processes;

import org.jspecify.annotations.NullMarked;
