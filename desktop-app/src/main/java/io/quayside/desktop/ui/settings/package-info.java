/// The settings page: what can be chosen, changed as a draft and applied together.
@NullMarked
package io.quayside.desktop.ui.settings;

import org.jspecify.annotations.NullMarked;
