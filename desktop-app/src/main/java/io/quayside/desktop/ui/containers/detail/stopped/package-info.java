/// "Why did it stop?": what the engine and the samples recorded of a container's end.
@NullMarked
package io.quayside.desktop.ui.containers.detail.stopped;

import org.jspecify.annotations.NullMarked;
