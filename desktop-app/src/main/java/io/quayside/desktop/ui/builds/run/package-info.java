/// A build as it goes on, and how it ended: its steps, its output, and what to do about a failure.
@NullMarked
package io.quayside.desktop.ui.builds.run;

import org.jspecify.annotations.NullMarked;
