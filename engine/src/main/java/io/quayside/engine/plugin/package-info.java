/// Programs of Docker's that do part of the work, `docker-buildx` and `docker-compose`: where they are, and how they
/// are
/// called for one engine.
@org.jspecify.annotations.NullMarked
package io.quayside.engine.plugin;
