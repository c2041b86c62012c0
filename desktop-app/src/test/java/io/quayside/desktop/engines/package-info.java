/// Tests of the engines that Quayside finds and starts.
@NullMarked
package io.quayside.desktop.engines;

import org.jspecify.annotations.NullMarked;
