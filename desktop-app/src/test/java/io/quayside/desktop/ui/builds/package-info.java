@NullMarked
package io.quayside.desktop.ui.builds;

import org.jspecify.annotations.NullMarked;
