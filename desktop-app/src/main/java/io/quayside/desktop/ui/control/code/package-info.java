/// Text with line numbers and syntax colours: to read, and to edit.
@NullMarked
package io.quayside.desktop.ui.control.code;

import org.jspecify.annotations.NullMarked;
