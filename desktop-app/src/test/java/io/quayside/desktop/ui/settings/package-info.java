/// Tests of the package of the same name.
@NullMarked
package io.quayside.desktop.ui.settings;

import org.jspecify.annotations.NullMarked;
