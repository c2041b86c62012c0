/// Tests of the Containers page: its view model, and the real page on a real engine.
@NullMarked
package io.quayside.desktop.ui.containers;

import org.jspecify.annotations.NullMarked;
