@NullMarked
package io.quayside.desktop.compose;

import org.jspecify.annotations.NullMarked;
