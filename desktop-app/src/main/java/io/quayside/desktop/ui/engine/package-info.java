/// The page Engine: the engine in use, its figures and its log, and the choice of another one.
@NullMarked
package io.quayside.desktop.ui.engine;

import org.jspecify.annotations.NullMarked;
