/// The page of one container: head, facts, the other services of its project, and tabs that others bring.
@NullMarked
package io.quayside.desktop.ui.containers.detail;

import org.jspecify.annotations.NullMarked;
