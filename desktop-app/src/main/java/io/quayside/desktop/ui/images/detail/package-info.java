/// The page of one image: overview, layers, who uses it, JSON.
@NullMarked
package io.quayside.desktop.ui.images.detail;

import org.jspecify.annotations.NullMarked;
