/// Tests of the package, on real daemons where one is needed.
@org.jspecify.annotations.NullMarked
package io.quayside.engine.host;
