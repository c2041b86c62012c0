/// What went wrong, in words for the person at the window: what, why, what to do, and the engine's own message.
@NullMarked
package io.quayside.desktop.problem;

import org.jspecify.annotations.NullMarked;
