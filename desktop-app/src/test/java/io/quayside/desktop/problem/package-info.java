/// Tests of how failures are put into words.
@NullMarked
package io.quayside.desktop.problem;

import org.jspecify.annotations.NullMarked;
