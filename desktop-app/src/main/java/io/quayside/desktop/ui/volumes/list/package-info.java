/// The list of volumes.
@NullMarked
package io.quayside.desktop.ui.volumes.list;

import org.jspecify.annotations.NullMarked;
