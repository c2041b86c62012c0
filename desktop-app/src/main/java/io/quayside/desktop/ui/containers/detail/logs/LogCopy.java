package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.desktop.ui.containers.detail.DetailContext;
import io.quayside.engine.logs.StoredLine;
import io.quayside.engine.stream.StreamType;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Copies selected lines as plain text, without colours. Reading is done by a virtual thread.
final class LogCopy {
    private static final int BLOCK = 1000;
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_CHARACTERS = 50_000_000;

    private final DetailContext context;
    private final LogsViewModel model;

    LogCopy(DetailContext context, LogsViewModel model) {
        this.context = context;
        this.model = model;
    }

    void copy(LogSelection.Range range) {
        LogsViewModel.Lines lines = model.lines();
        Thread.ofVirtual().name("log-copy").start(() -> {
            Optional<String> text = text(lines, range);
            context.parts()
                    .fx()
                    .run(() -> text.ifPresentOrElse(
                            context::copy,
                            () -> context.shell()
                                    .announcer()
                                    .announce("Too much to copy. Save it as a file instead.")));
        });
    }

    private static Optional<String> text(LogsViewModel.Lines lines, LogSelection.Range range) {
        StringBuilder all = new StringBuilder();
        try {
            for (long at = range.from().line(); at <= range.to().line(); at += BLOCK) {
                int count = (int) Math.min(BLOCK, range.to().line() - at + 1);
                List<StoredLine> block = lines.read(at, count, MOST_BYTES);
                for (StoredLine line : block) {
                    if (line.type() != StreamType.SYSTEM) {
                        String text = LogText.of(line).text();
                        if (range.from().line() != range.to().line()) {
                            all.append(lines.prefix(line.number()));
                        }
                        int from = Math.min(range.start(line.number()), text.length());
                        all.append(text, from, Math.max(from, range.end(line.number(), text.length())));
                        all.append(line.number() == range.to().line() ? "" : "\n");
                    }
                }
                if (all.length() > MOST_CHARACTERS) {
                    return Optional.empty();
                }
            }
        } catch (IOException e) {
            return Optional.empty(); // the files are being closed at the end of the program
        }
        return Optional.of(all.toString());
    }
}
