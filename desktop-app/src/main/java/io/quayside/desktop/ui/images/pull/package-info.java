/// Pulling images: the work, what it comes to layer by layer, and the panel that shows it.
@NullMarked
package io.quayside.desktop.ui.images.pull;

import org.jspecify.annotations.NullMarked;
