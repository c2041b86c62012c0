/// What is inside an image: its layers, and the files that each one adds, changes and removes.
@org.jspecify.annotations.NullMarked
package io.quayside.engine.layer;
