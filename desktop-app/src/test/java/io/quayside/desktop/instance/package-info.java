/// Tests of the package of the same name.
@NullMarked
package io.quayside.desktop.instance;

import org.jspecify.annotations.NullMarked;
