/// Tests of the card "Why did it stop?".
@NullMarked
package io.quayside.desktop.ui.containers.detail.stopped;

import org.jspecify.annotations.NullMarked;
