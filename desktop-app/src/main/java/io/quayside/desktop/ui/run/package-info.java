/// The form that runs containers, and changes those that are there: fields, and the `docker run` line that they are.
@NullMarked
package io.quayside.desktop.ui.run;

import org.jspecify.annotations.NullMarked;
