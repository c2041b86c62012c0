package io.quayside.engine.error;

/// Something was asked for that would lose data or leave half of it done, so the engine wasn't asked at all.
public final class NotPossibleException extends EngineException {

    /// @param why a sentence
    public NotPossibleException(String why) {
        super(null, why, null);
    }

    /// Why it wasn't begun, in a sentence.
    public String why() {
        return String.valueOf(getMessage());
    }
}
