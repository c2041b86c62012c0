/// A daemon in the JVM of the test, over real sockets: it answers by rule, keeps thousands of containers, and
/// misbehaves on
/// request.
@org.jspecify.annotations.NullMarked
package io.quayside.testing.fake;
