/// Tests of the Logs tab.
@NullMarked
package io.quayside.desktop.ui.containers.detail.logs;

import org.jspecify.annotations.NullMarked;
