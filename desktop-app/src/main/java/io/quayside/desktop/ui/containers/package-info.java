/// The Containers page: every container of the engine, live, and what can be done with it.
@NullMarked
package io.quayside.desktop.ui.containers;

import org.jspecify.annotations.NullMarked;
