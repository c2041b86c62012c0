/// Tests of the package of the same name.
@NullMarked
package io.quayside.desktop.ui.welcome;

import org.jspecify.annotations.NullMarked;
