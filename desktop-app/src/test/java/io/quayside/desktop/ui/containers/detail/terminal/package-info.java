/// Tests of the Terminal tab.
@NullMarked
package io.quayside.desktop.ui.containers.detail.terminal;

import org.jspecify.annotations.NullMarked;
