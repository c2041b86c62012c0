/// An ordinary user of this machine for tests that root can't stand for, and programs that run as that user.
@org.jspecify.annotations.NullMarked
package io.quayside.testing.user;
