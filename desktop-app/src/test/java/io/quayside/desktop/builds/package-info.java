@NullMarked
package io.quayside.desktop.builds;

import org.jspecify.annotations.NullMarked;
