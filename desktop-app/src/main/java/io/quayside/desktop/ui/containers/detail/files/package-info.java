/// The Files tab of a container's page: its folders as a tree, one open file beside it.
@org.jspecify.annotations.NullMarked
package io.quayside.desktop.ui.containers.detail.files;
