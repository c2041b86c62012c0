/// Compose projects: which there are, what their files mean, and what Docker Compose does with them.
@NullMarked
package io.quayside.desktop.compose;

import org.jspecify.annotations.NullMarked;
