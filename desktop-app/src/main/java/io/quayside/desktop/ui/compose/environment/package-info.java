/// The variables of a Compose project: their values, where they come from and which services use them.
@NullMarked
package io.quayside.desktop.ui.compose.environment;

import org.jspecify.annotations.NullMarked;
