/// The page Compose: the projects there are, and one of them with its services, files and output.
@NullMarked
package io.quayside.desktop.ui.compose;

import org.jspecify.annotations.NullMarked;
