/// The port map: which ports of this computer lead into which containers, who else holds one, and what answers there.
@NullMarked
package io.quayside.desktop.ui.networks.ports;

import org.jspecify.annotations.NullMarked;
