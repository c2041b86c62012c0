/// A build that is over, below the list.
@NullMarked
package io.quayside.desktop.ui.builds.past;

import org.jspecify.annotations.NullMarked;
