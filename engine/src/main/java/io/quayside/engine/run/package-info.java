/// `docker run` as a value: read from a line, turned into what a container is created from and back, and written as a
/// line.
@org.jspecify.annotations.NullMarked
package io.quayside.engine.run;
