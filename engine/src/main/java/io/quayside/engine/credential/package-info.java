/// Logins for registries, kept where the `docker` command line keeps them, so that both use the same ones.
@org.jspecify.annotations.NullMarked
package io.quayside.engine.credential;
