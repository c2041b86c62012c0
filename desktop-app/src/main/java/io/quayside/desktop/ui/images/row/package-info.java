/// The rows of the Images page without their nodes.
@NullMarked
package io.quayside.desktop.ui.images.row;

import org.jspecify.annotations.NullMarked;
