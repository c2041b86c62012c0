/// Tests of the page of one container.
@NullMarked
package io.quayside.desktop.ui.containers.detail;

import org.jspecify.annotations.NullMarked;
