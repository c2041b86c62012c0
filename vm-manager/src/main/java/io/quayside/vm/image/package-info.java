/// The guest image and its manifest.
@org.jspecify.annotations.NullMarked
package io.quayside.vm.image;
