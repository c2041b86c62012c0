package io.quayside.desktop.ui.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.desktop.task.InlineFxThread;
import io.quayside.desktop.task.Subscription;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EngineLogViewModelTest {
    private final List<Consumer<List<String>>> readers = new ArrayList<>();
    private final EngineLogViewModel model = new EngineLogViewModel(
            new LogSource() {
                @Override
                public Subscription follow(Consumer<List<String>> lines) {
                    readers.add(lines);
                    return () -> {};
                }

                @Override
                public void save(Path target) {}
            },
            new InlineFxThread());

    @Test
    void whatWasOnItsWayWhenTheLogWasLeftIsNotAdded() {
        Subscription following = model.follow();
        readers.getFirst().accept(List.of("one"));
        following.close();
        readers.getFirst().accept(List.of("two"));
        assertEquals(
                List.of("one"), model.shown().stream().map(EngineLogLine::text).toList());
        model.follow();
        readers.getLast().accept(List.of("three"));
        assertEquals(
                List.of("three"),
                model.shown().stream().map(EngineLogLine::text).toList());
    }
}
