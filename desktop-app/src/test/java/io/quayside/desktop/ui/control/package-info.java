/// Tests of the package of the same name.
@NullMarked
package io.quayside.desktop.ui.control;

import org.jspecify.annotations.NullMarked;
