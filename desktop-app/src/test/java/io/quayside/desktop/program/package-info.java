/// Tests of the whole program: its real main class in a process of its own, on real engines.
@NullMarked
package io.quayside.desktop.program;

import org.jspecify.annotations.NullMarked;
