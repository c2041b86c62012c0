/// The form of a build: the folder and what is found in it, what the build is told, and what that comes to.
@NullMarked
package io.quayside.desktop.ui.builds.form;

import org.jspecify.annotations.NullMarked;
