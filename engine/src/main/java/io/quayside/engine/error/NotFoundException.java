package io.quayside.engine.error;

import org.jspecify.annotations.Nullable;

/// The object (or the image, plugin, network it needs) doesn't exist: status 404.
public final class NotFoundException extends RefusedException {

    public NotFoundException(@Nullable String requestLine, String engineMessage) {
        super(requestLine, 404, engineMessage);
    }
}
