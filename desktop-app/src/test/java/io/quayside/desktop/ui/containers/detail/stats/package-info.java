/// Tests of the Stats tab.
@NullMarked
package io.quayside.desktop.ui.containers.detail.stats;

import org.jspecify.annotations.NullMarked;
