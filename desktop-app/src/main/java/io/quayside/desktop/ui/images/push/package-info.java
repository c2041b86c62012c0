/// Pushing images: the work, and the panel that asks where to and shows it.
@NullMarked
package io.quayside.desktop.ui.images.push;

import org.jspecify.annotations.NullMarked;
