/// What the palette finds in the engine: containers, projects, ports, images, volumes and networks.
@NullMarked
package io.quayside.desktop.ui.containers.palette;

import org.jspecify.annotations.NullMarked;
