@NullMarked
package io.quayside.desktop.ui.networks;

import org.jspecify.annotations.NullMarked;
