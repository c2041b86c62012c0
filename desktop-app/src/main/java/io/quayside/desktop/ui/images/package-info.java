/// The Images page: what is there, pulling, deleting, naming.
@NullMarked
package io.quayside.desktop.ui.images;

import org.jspecify.annotations.NullMarked;
