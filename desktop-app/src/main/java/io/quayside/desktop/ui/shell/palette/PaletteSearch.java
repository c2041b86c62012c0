package io.quayside.desktop.ui.shell.palette;

import io.quayside.desktop.task.FxThread;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Searches off the FX thread, one query at a time. A query that a newer one has overtaken is not begun, and its result
/// is not shown.
final class PaletteSearch implements AutoCloseable {
    private final FxThread fx;
    private final PaletteRanking ranking;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("palette-search").factory());
    private final AtomicLong newest = new AtomicLong();

    PaletteSearch(FxThread fx, PaletteRanking ranking) {
        this.fx = fx;
        this.ranking = ranking;
    }

    /// FX thread. `show` gets the result on the FX thread, unless another search begins first.
    void search(PaletteQuery query, List<String> used, Consumer<PaletteResult> show) {
        long mine = newest.incrementAndGet();
        List<String> usedNow = List.copyOf(used);
        executor.execute(() -> {
            if (newest.get() == mine) {
                PaletteResult result = ranking.rank(query, usedNow);
                fx.run(() -> {
                    if (newest.get() == mine) {
                        show.accept(result);
                    }
                });
            }
        });
    }

    /// What is under way is not shown any more.
    void forget() {
        newest.incrementAndGet();
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
