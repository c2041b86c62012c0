package io.quayside.desktop.ui.shell.palette;

import io.quayside.desktop.task.FxThread;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

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
        List<String> usedNow = List.copyOf(used);
        inOrder(() -> ranking.rank(query, usedNow), show);
    }

    private <T> void inOrder(Supplier<T> work, Consumer<T> show) {
        long mine = newest.incrementAndGet();
        executor.execute(() -> {
            if (newest.get() == mine) {
                T result = work.get();
                fx.run(() -> {
                    if (newest.get() == mine) {
                        show.accept(result);
                    }
                });
            }
        });
    }

    /// FX thread. Looks for one entry as it is now; `show` gets it on the FX thread, unless a search begins first.
    void find(String id, Consumer<Optional<PaletteEntry>> show) {
        inOrder(() -> ranking.find(id), show);
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
