/// The Volumes page.
@NullMarked
package io.quayside.desktop.ui.volumes;

import org.jspecify.annotations.NullMarked;
