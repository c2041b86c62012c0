@NullMarked
package io.quayside.desktop.ui.images;

import org.jspecify.annotations.NullMarked;
