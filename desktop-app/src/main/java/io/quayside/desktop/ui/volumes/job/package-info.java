/// Exports, imports and copies of volumes while they run.
@NullMarked
package io.quayside.desktop.ui.volumes.job;

import org.jspecify.annotations.NullMarked;
