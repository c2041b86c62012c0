/// Tests of what rows say.
@NullMarked
package io.quayside.desktop.ui.containers.row;

import org.jspecify.annotations.NullMarked;
