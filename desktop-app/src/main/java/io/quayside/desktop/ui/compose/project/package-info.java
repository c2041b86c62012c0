/// The page of one compose project.
@NullMarked
package io.quayside.desktop.ui.compose.project;

import org.jspecify.annotations.NullMarked;
