@org.jspecify.annotations.NullMarked
package io.quayside.desktop.ui.containers.detail.files;
