/// What every page with a list is made of: the rows that are shown and their order, the table with its checks, keys and
/// menus, the bars above it, what stands in its place, and its commands.
@NullMarked
package io.quayside.desktop.ui.list;

import org.jspecify.annotations.NullMarked;
