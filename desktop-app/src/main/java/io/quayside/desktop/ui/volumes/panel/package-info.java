/// What is shown of one volume beside the list, and the form for a new one.
@NullMarked
package io.quayside.desktop.ui.volumes.panel;

import org.jspecify.annotations.NullMarked;
