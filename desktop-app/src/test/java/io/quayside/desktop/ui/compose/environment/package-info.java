@NullMarked
package io.quayside.desktop.ui.compose.environment;

import org.jspecify.annotations.NullMarked;
