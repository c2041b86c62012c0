/// The table of the Images page.
@NullMarked
package io.quayside.desktop.ui.images.table;

import org.jspecify.annotations.NullMarked;
