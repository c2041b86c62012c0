/// The list of builds.
@NullMarked
package io.quayside.desktop.ui.builds.list;

import org.jspecify.annotations.NullMarked;
