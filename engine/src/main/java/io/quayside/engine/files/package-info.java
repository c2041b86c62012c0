/// The files of a container: listing, reading, changing, and copying to and from this computer.
@org.jspecify.annotations.NullMarked
package io.quayside.engine.files;
