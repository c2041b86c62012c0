/// The form for a new network.
@NullMarked
package io.quayside.desktop.ui.networks.form;

import org.jspecify.annotations.NullMarked;
