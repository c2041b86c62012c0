/// Building images of a folder: what of it is sent, what the build is told, and what it tells.
@org.jspecify.annotations.NullMarked
package io.quayside.engine.build;
