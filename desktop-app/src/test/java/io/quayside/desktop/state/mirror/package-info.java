/// Tests of the mirror, on a scripted daemon and on real engines.
@NullMarked
package io.quayside.desktop.state.mirror;

import org.jspecify.annotations.NullMarked;
