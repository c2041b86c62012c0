/// What Docker Compose does with a project, step by step.
@NullMarked
package io.quayside.desktop.ui.compose.run;

import org.jspecify.annotations.NullMarked;
