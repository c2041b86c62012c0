/// Tests of text with line numbers and colours.
@NullMarked
package io.quayside.desktop.ui.control.code;

import org.jspecify.annotations.NullMarked;
