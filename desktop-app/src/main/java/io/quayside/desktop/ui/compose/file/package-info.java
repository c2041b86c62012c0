/// The files of a Compose project: the text to edit, with what is wrong at its lines, and what they mean once
/// everything is resolved.
@NullMarked
package io.quayside.desktop.ui.compose.file;

import org.jspecify.annotations.NullMarked;
