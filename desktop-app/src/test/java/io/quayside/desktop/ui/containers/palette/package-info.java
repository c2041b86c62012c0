/// Tests of what rows say.
@NullMarked
package io.quayside.desktop.ui.containers.palette;

import org.jspecify.annotations.NullMarked;
