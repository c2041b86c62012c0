/// Colours, type, icons and state glyphs: the look that every view shares.
@NullMarked
package io.quayside.desktop.ui.theme;

import org.jspecify.annotations.NullMarked;
