/// The list of networks.
@NullMarked
package io.quayside.desktop.ui.networks.list;

import org.jspecify.annotations.NullMarked;
