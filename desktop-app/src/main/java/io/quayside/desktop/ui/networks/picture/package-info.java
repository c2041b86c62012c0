/// The picture of networks: which ports lead to which containers, and which networks these are in.
@NullMarked
package io.quayside.desktop.ui.networks.picture;

import org.jspecify.annotations.NullMarked;
