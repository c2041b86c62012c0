/// What is asked before containers mount folders of this computer.
@NullMarked
package io.quayside.desktop.ui.mounts;

import org.jspecify.annotations.NullMarked;
