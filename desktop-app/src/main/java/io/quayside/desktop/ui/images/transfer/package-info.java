/// Images on their way between the engine and a registry, in either direction: what it comes to layer by layer, and
/// how that looks.
@NullMarked
package io.quayside.desktop.ui.images.transfer;

import org.jspecify.annotations.NullMarked;
