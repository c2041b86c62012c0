/// Everything the user has chosen, kept in one JSON file.
@NullMarked
package io.quayside.desktop.settings;

import org.jspecify.annotations.NullMarked;
