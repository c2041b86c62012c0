/// The panel below the Containers table: last output, live figures and key facts of the selected rows.
@NullMarked
package io.quayside.desktop.ui.containers.peek;

import org.jspecify.annotations.NullMarked;
