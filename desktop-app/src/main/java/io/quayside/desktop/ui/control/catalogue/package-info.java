/// A page for developers that shows every control in every state. Reached only by its address, `catalogue`.
@NullMarked
package io.quayside.desktop.ui.control.catalogue;

import org.jspecify.annotations.NullMarked;
