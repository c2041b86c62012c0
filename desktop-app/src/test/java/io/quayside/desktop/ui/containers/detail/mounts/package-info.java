/// Tests of the tab Mounts & ports.
@NullMarked
package io.quayside.desktop.ui.containers.detail.mounts;

import org.jspecify.annotations.NullMarked;
