@NullMarked
package io.quayside.desktop.updates;

import org.jspecify.annotations.NullMarked;
