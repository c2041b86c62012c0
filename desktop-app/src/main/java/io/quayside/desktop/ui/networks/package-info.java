/// The page Networks: what networks there are, who is in them, and which ports of this computer lead where.
@NullMarked
package io.quayside.desktop.ui.networks;

import org.jspecify.annotations.NullMarked;
