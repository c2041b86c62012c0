/// Images to files and back, and folders sent to be built.
@org.jspecify.annotations.NullMarked
package io.quayside.benchmarks.images;
