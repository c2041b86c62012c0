/// Whether registries have newer images under the names that images here have: asked on demand or once a day, kept over
/// a restart.
@NullMarked
package io.quayside.desktop.updates;

import org.jspecify.annotations.NullMarked;
