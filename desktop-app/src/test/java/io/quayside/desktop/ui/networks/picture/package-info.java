@NullMarked
package io.quayside.desktop.ui.networks.picture;

import org.jspecify.annotations.NullMarked;
