/// What copies of volumes to files and back cost.
@NullMarked
package io.quayside.benchmarks.volumes;

import org.jspecify.annotations.NullMarked;
