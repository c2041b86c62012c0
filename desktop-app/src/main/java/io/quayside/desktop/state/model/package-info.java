/// Containers as the window knows them: what lists, inspections and events said, put together.
@NullMarked
package io.quayside.desktop.state.model;

import org.jspecify.annotations.NullMarked;
