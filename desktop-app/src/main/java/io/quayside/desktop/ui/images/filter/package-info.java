/// The filter field of the Images page.
@NullMarked
package io.quayside.desktop.ui.images.filter;

import org.jspecify.annotations.NullMarked;
