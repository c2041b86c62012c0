/// Tests of the page Engine.
@NullMarked
package io.quayside.desktop.ui.engine.disk;

import org.jspecify.annotations.NullMarked;
