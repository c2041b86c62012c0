/// What the engine says about a container: the facts one looks for, and all of it as JSON.
@NullMarked
package io.quayside.desktop.ui.containers.detail.inspect;

import org.jspecify.annotations.NullMarked;
