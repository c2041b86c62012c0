/// Builds of images: what is asked, how one goes, and what is kept of those that are over.
@NullMarked
package io.quayside.desktop.builds;

import org.jspecify.annotations.NullMarked;
