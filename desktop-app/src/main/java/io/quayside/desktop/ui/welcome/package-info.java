/// First run: which engines there are, which one to use, and starting one where none is.
@NullMarked
package io.quayside.desktop.ui.welcome;

import org.jspecify.annotations.NullMarked;
