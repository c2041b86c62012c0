/// The engine of a running machine as a local socket of the host, for docker's own tools and for the window.
@org.jspecify.annotations.NullMarked
package io.quayside.vm.socket;
