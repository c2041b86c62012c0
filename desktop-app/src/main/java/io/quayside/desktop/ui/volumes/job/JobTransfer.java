package io.quayside.desktop.ui.volumes.job;

import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskContext;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.images.transfer.TransferRate;
import io.quayside.engine.files.Transfer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Tells a task how far a copy is. Worker.
final class JobTransfer implements Transfer, AutoCloseable {
    private static final long INTERVAL = 100_000_000L;

    private final TaskContext context;
    private final long total;
    private final TransferRate rate = new TransferRate();
    private final List<Subscription> open = new ArrayList<>();
    private long told;

    /// @param size of the volume as measured before; it may have grown
    JobTransfer(TaskContext context, OptionalLong size) {
        this.context = context;
        this.total = size.orElse(0);
    }

    @Override
    public void moved(long bytes) {
        long nanos = System.nanoTime();
        if (nanos - told < INTERVAL) {
            return;
        }
        told = nanos;
        rate.note(nanos, bytes);
        boolean known = total > bytes;
        context.progress(bytes, known ? total : 0);
        context.detail(known ? Sizes.ofTotal(bytes, total) : Sizes.of(bytes));
        context.rate(rate.words(total - bytes, known));
    }

    @Override
    public void opened(AutoCloseable stream) {
        open.add(context.onCancel(stream));
    }

    @Override
    public void close() {
        open.forEach(Subscription::close);
    }
}
