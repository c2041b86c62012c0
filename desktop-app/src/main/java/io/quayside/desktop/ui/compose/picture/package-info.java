/// The picture of a project: its services, what they depend on, and what they are reached by.
@NullMarked
package io.quayside.desktop.ui.compose.picture;

import org.jspecify.annotations.NullMarked;
