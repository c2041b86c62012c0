/// The list of compose projects.
@NullMarked
package io.quayside.desktop.ui.compose.list;

import org.jspecify.annotations.NullMarked;
