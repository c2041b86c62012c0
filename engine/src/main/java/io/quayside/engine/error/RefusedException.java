package io.quayside.engine.error;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// An engine answered, and its answer is no: a status of 400 or above (or one that the API doesn't know).
public abstract sealed class RefusedException extends EngineException
        permits NotFoundException,
                ConflictException,
                BadRequestException,
                DeniedException,
                ServerErrorException,
                OtherStatusException {

    private final int status;
    private final String engineMessage;

    RefusedException(@Nullable String requestLine, int status, String engineMessage) {
        super(requestLine, engineMessage.isEmpty() ? "The engine answered " + status : engineMessage, null);
        this.status = status;
        this.engineMessage = engineMessage;
    }

    /// The type that fits `status`.
    ///
    /// @param engineMessage the engine's message verbatim; empty when it gave none
    public static RefusedException of(@Nullable String requestLine, int status, String engineMessage) {
        return switch (status) {
            case 400 -> new BadRequestException(requestLine, engineMessage);
            case 401, 403 -> new DeniedException(requestLine, status, engineMessage);
            case 404 -> new NotFoundException(requestLine, engineMessage);
            case 409 -> new ConflictException(requestLine, engineMessage);
            default ->
                status >= 500
                        ? new ServerErrorException(requestLine, status, engineMessage)
                        : new OtherStatusException(requestLine, status, engineMessage);
        };
    }

    @Override
    public final OptionalInt status() {
        return OptionalInt.of(status);
    }

    @Override
    public final Optional<String> engineMessage() {
        return engineMessage.isEmpty() ? Optional.empty() : Optional.of(engineMessage);
    }
}
