/// Tests of the package of the same name.
@NullMarked
package io.quayside.desktop.log;

import org.jspecify.annotations.NullMarked;
