/// The Containers table: rows, cells and columns. Cells are cheap: they keep their nodes and set text, glyph and
/// pseudo-class only.
@NullMarked
package io.quayside.desktop.ui.containers.table;

import org.jspecify.annotations.NullMarked;
