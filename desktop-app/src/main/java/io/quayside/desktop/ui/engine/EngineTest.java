package io.quayside.desktop.ui.engine;

/// What came of trying to reach an engine.
public sealed interface EngineTest {
    /// It is under way.
    record Testing() implements EngineTest {}

    /// It answered.
    record Answers(String version, String apiVersion, long millis) implements EngineTest {}

    /// It is Quayside's own and isn't running, which is no failure.
    record NotStarted() implements EngineTest {}

    /// It didn't, for this reason.
    record Fails(String why) implements EngineTest {}

    /// The result in a few words.
    default String words() {
        return switch (this) {
            case Testing _ -> "Testing…";
            case Answers answer ->
                "Answers, version %s, API %s, %d ms".formatted(answer.version(), answer.apiVersion(), answer.millis());
            case NotStarted _ -> "Not started";
            case Fails failure -> failure.why();
        };
    }
}
