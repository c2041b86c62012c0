/// Tests of the page Engine.
@NullMarked
package io.quayside.desktop.ui.engine;

import org.jspecify.annotations.NullMarked;
