@NullMarked
package io.quayside.desktop.ui.compose;

import org.jspecify.annotations.NullMarked;
