/// Real, private engines for tests: Docker of three generations and Podman, all from Debian's packages.
@org.jspecify.annotations.NullMarked
package io.quayside.testing.engine;
