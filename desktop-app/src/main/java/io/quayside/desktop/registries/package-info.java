/// Logins for registries as this window has them.
@NullMarked
package io.quayside.desktop.registries;

import org.jspecify.annotations.NullMarked;
