/// The engine's build cache: what it takes, and what can go of it.
@NullMarked
package io.quayside.desktop.ui.builds.cache;

import org.jspecify.annotations.NullMarked;
