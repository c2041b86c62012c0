/// What folders of many files, and copies of large ones, cost.
@NullMarked
package io.quayside.benchmarks.files;

import org.jspecify.annotations.NullMarked;
