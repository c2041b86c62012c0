/// The rows of the Containers table: what they are, what they say, how they are grouped and ordered. No nodes.
@NullMarked
package io.quayside.desktop.ui.containers.row;

import org.jspecify.annotations.NullMarked;
