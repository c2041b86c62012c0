/// The page of registries: which there are, who is signed in, and signing in and out.
@NullMarked
package io.quayside.desktop.ui.registries;

import org.jspecify.annotations.NullMarked;
