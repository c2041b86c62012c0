/// Where the app's own log goes: one rotated file, secrets masked.
@NullMarked
package io.quayside.desktop.log;

import org.jspecify.annotations.NullMarked;
