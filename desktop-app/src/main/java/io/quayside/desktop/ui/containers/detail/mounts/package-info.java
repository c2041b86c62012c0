/// The tab Mounts & ports: what of the engine's machine is in a container, and how it is reached.
@NullMarked
package io.quayside.desktop.ui.containers.detail.mounts;

import org.jspecify.annotations.NullMarked;
