/// The pages of the settings that are about the machine in the window.
@NullMarked
package io.quayside.desktop.ui.settings.machine;

import org.jspecify.annotations.NullMarked;
