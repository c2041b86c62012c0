/// The layers of an image: how each was made, what it adds, changes and removes, and what space is wasted.
@NullMarked
package io.quayside.desktop.ui.images.detail.layers;

import org.jspecify.annotations.NullMarked;
