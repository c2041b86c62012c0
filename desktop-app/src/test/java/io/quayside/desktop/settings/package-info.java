/// Tests of the package of the same name.
@NullMarked
package io.quayside.desktop.settings;

import org.jspecify.annotations.NullMarked;
