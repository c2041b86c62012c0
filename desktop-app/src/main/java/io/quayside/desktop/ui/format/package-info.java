/// Sizes, times and untrusted names in the words of the window.
@NullMarked
package io.quayside.desktop.ui.format;

import org.jspecify.annotations.NullMarked;
