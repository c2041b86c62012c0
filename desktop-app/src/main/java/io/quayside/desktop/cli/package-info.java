/// The `quayside` command line: what scripts and people without a display use.
@NullMarked
package io.quayside.desktop.cli;

import org.jspecify.annotations.NullMarked;
