package io.quayside.desktop.ui.engine;

import io.quayside.desktop.task.Subscription;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows a file that another process appends to: the end of it first, then what comes, in whole lines. A file that
/// was cut or replaced is read from its start.
///
/// One virtual thread, woken by the file system and never by a timer; it ends when the handle is closed.
final class LogTail {
    private static final Logger LOG = LoggerFactory.getLogger(LogTail.class);
    private static final int MOST_AT_ONCE = 512 * 1024;

    private final Path file;
    private final WatchService watch;
    private final Consumer<List<String>> lines;
    private long position = -1;
    private String rest = "";

    private LogTail(Path file, WatchService watch, Consumer<List<String>> lines) {
        this.file = file;
        this.watch = watch;
        this.lines = lines;
    }

    /// @param lines called on the tail's own thread with one or more lines
    static Subscription follow(Path file, Consumer<List<String>> lines) throws IOException {
        WatchService watch = file.getFileSystem().newWatchService();
        Objects.requireNonNull(file.toAbsolutePath().getParent())
                .register(watch, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_CREATE);
        Thread.ofVirtual().name("engine-log").start(new LogTail(file, watch, lines)::run);
        return () -> {
            try {
                watch.close();
            } catch (IOException e) {
                LOG.debug("The watch on {} is gone already", file, e);
            }
        };
    }

    private void run() {
        try {
            while (true) {
                read();
                WatchKey key = watch.take();
                key.pollEvents();
                key.reset();
            }
        } catch (ClosedWatchServiceException closed) {
            LOG.debug("Nobody looks at {} any more", file);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("The engine's log can't be read", e);
        }
    }

    private void read() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            boolean begin = position < 0;
            if (begin) {
                position = Math.max(0, size - MOST_AT_ONCE);
            } else if (size < position) {
                position = 0;
                rest = "";
            }
            boolean cut = begin && position > 0;
            while (position < size) {
                hand(chunk(channel, size), cut);
                cut = false;
            }
        }
    }

    private String chunk(FileChannel channel, long size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(size - position, MOST_AT_ONCE));
        int count = channel.read(bytes, position);
        if (count <= 0) {
            position = size;
            return "";
        }
        position += count;
        return new String(bytes.array(), 0, count, StandardCharsets.UTF_8);
    }

    private void hand(String chunk, boolean startsInALine) {
        List<String> whole = new ArrayList<>(List.of((rest + chunk).split("\n", -1)));
        rest = whole.removeLast();
        if (startsInALine && !whole.isEmpty()) {
            whole.removeFirst();
        }
        if (!whole.isEmpty()) {
            lines.accept(whole);
        }
    }
}
