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
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows a file that another process appends to: the end of it first, then what comes, in whole lines. A file that
/// was cut or replaced is read from its start.
///
/// One virtual thread, woken by the file system and never by a timer; it ends when the handle is closed.
final class FileTail {
    private static final Logger LOG = LoggerFactory.getLogger(FileTail.class);
    private static final int MOST_AT_ONCE = 512 * 1024;

    private final Path file;
    private final WatchService watch;
    private final Consumer<List<String>> lines;
    private long position = -1;
    private boolean inALine;

    private FileTail(Path file, WatchService watch, Consumer<List<String>> lines) {
        this.file = file;
        this.watch = watch;
        this.lines = lines;
    }

    /// @param lines called on the tail's own thread with one or more lines
    static Subscription follow(Path file, Consumer<List<String>> lines) throws IOException {
        WatchService watch = file.getFileSystem().newWatchService();
        Objects.requireNonNull(file.toAbsolutePath().getParent())
                .register(watch, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_CREATE);
        Thread.ofVirtual().name("engine-log").start(new FileTail(file, watch, lines)::run);
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
            if (position < 0) {
                position = Math.max(0, size - MOST_AT_ONCE);
                inALine = position > 0;
            } else if (size < position) {
                position = 0;
                inALine = false;
            }
            while (position < size && takeLines(channel, size)) {
                LOG.trace("{} is read up to {}", file, position);
            }
        }
    }

    /// Hands over the whole lines that lie ahead; false if there are none yet. Bytes of a line that isn't whole are
    /// read again with its end, so that no character is taken apart. A line longer than a piece comes in pieces.
    private boolean takeLines(FileChannel channel, long size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(size - position, MOST_AT_ONCE));
        int count = channel.read(bytes, position);
        int end = count;
        while (end > 0 && bytes.get(end - 1) != '\n') {
            end--;
        }
        if (end <= 0 && count == MOST_AT_ONCE) {
            end = count;
        }
        if (end <= 0) {
            return false;
        }
        position += end;
        hand(new String(bytes.array(), 0, end, StandardCharsets.UTF_8));
        return true;
    }

    private void hand(String text) {
        List<String> whole = text.lines().collect(Collectors.toCollection(ArrayList::new));
        if (inALine) {
            whole.removeFirst();
            inALine = false;
        }
        if (!whole.isEmpty()) {
            lines.accept(whole);
        }
    }
}
