@NullMarked
package io.quayside.desktop.ui.images.detail.layers;

import org.jspecify.annotations.NullMarked;
