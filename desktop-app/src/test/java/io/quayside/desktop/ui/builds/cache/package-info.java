@NullMarked
package io.quayside.desktop.ui.builds.cache;

import org.jspecify.annotations.NullMarked;
