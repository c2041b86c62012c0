/// What can be done about a container's problem, for real: other port, more memory, other name, another try.
@NullMarked
package io.quayside.desktop.ui.containers.fix;

import org.jspecify.annotations.NullMarked;
