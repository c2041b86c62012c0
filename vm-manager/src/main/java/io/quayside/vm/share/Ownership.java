package io.quayside.vm.share;

import io.quayside.engine.platform.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Owners and permissions that guests gave to files, since a user of the host can't give files away: what
/// isn't here belongs to the guest's root, and the owner's permissions count for all. Programs that give
/// their data folder to a user of their own at start, as databases do, then find what they did.
///
/// It is the same where Quayside runs as root and could give files away: no container decides who owns a file of the
/// host, and what it makes belongs to Quayside's user there.
///
/// Kept in a file of the machine: changes are appended, and what is left of them is written anew when most
/// are out of date. Bounded; a change that doesn't fit is refused with "no space". Thread-safe.
final class Ownership implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ownership.class);
    static final int MOST = 200_000;
    private static final int UNKNOWN = -1;

    private final Path file;
    private final TreeMap<String, Owned> entries = new TreeMap<>();
    private @Nullable FileChannel journal;
    private int lines;

    /// What a guest said of a file.
    ///
    /// @param mode the lowest twelve bits, or -1 if only the owner was set
    record Owned(int uid, int gid, int mode) {
        static final Owned NOTHING = new Owned(0, 0, UNKNOWN);

        /// What a guest sees as permissions, for what the host has.
        int permissions(FileFacts facts) {
            if (facts.isLink()) {
                return 0777;
            }
            if (mode != UNKNOWN) {
                return mode;
            }
            int owner = (facts.mode() >> 6) & 7;
            return (owner << 6) | (owner << 3) | owner;
        }
    }

    /// Reads what there is; what can't be read is left out.
    Ownership(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            for (String line : Files.readString(file).split("\n", -1)) {
                read(line);
            }
        }
        rewrite();
    }

    private void read(String line) {
        String[] parts = line.split(" ", 4);
        try {
            if (parts.length == 4 && entries.size() < MOST) {
                int mode = Integer.parseInt(parts[2]);
                entries.put(
                        unescape(parts[3]), new Owned(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), mode));
            } else if (line.startsWith("- ")) {
                entries.remove(unescape(line.substring(2)));
            }
        } catch (NumberFormatException e) {
            LOG.warn("A line of {} can't be read and is left out", file);
        }
    }

    synchronized Owned of(TreePath path) {
        return entries.getOrDefault(path.text(), Owned.NOTHING);
    }

    /// Says how a file was made. A file that only its owner may use stays so; any other one gets what all files have.
    synchronized void made(TreePath path, int uid, int gid, int mode) throws IOException {
        boolean closed = (mode & 077) == 0;
        set(path, new Owned(uid, gid, closed ? mode & FileFacts.PERMISSIONS : UNKNOWN));
    }

    /// @param uid or -1 to leave it; so `gid`
    synchronized void chown(TreePath path, int uid, int gid) throws IOException {
        Owned before = of(path);
        set(path, new Owned(uid == -1 ? before.uid : uid, gid == -1 ? before.gid : gid, before.mode));
    }

    synchronized void chmod(TreePath path, int mode) throws IOException {
        Owned before = of(path);
        set(path, new Owned(before.uid, before.gid, mode & FileFacts.PERMISSIONS));
    }

    private void set(TreePath path, Owned owned) throws IOException {
        String key = path.text();
        if (owned.equals(Owned.NOTHING)) {
            if (entries.remove(key) != null) {
                append("- " + escape(key));
            }
            return;
        }
        if (owned.equals(entries.get(key))) {
            return;
        }
        if (entries.size() >= MOST && !entries.containsKey(key)) {
            throw new Refused(Errno.ENOSPC);
        }
        entries.put(key, owned);
        append(line(key, owned));
    }

    /// Forgets a file, or a folder with all in it.
    synchronized void removed(TreePath path) throws IOException {
        for (String key : new ArrayList<>(below(path).keySet())) {
            entries.remove(key);
            append("- " + escape(key));
        }
        set(path, Owned.NOTHING);
    }

    synchronized void moved(TreePath from, TreePath to) throws IOException {
        Map<String, Owned> moving = new TreeMap<>();
        String start = from.text();
        below(from).forEach((key, owned) -> moving.put(to.text() + key.substring(start.length()), owned));
        Owned itself = of(from);
        removed(from);
        removed(to);
        set(to, itself);
        for (Map.Entry<String, Owned> entry : moving.entrySet()) {
            entries.put(entry.getKey(), entry.getValue());
            append(line(entry.getKey(), entry.getValue()));
        }
    }

    private Map<String, Owned> below(TreePath folder) {
        return folder.isRoot() ? Map.copyOf(entries) : entries.subMap(folder.text() + "/", folder.text() + "0");
    }

    synchronized int size() {
        return entries.size();
    }

    private static String line(String key, Owned owned) {
        return owned.uid + " " + owned.gid + " " + owned.mode + " " + escape(key);
    }

    private void append(String line) throws IOException {
        if (journal == null) {
            throw new IOException("closed");
        }
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(line + "\n");
        while (bytes.hasRemaining()) {
            journal.write(bytes);
        }
        if (++lines > 2 * entries.size() + 1000) {
            rewrite();
        }
    }

    private void rewrite() throws IOException {
        closeJournal();
        StringBuilder text = new StringBuilder();
        entries.forEach((key, owned) -> text.append(line(key, owned)).append('\n'));
        AtomicFile.write(file, text.toString());
        journal = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        lines = entries.size();
    }

    private void closeJournal() throws IOException {
        if (journal != null) {
            journal.close();
            journal = null;
        }
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                c = text.charAt(i) == 'n' ? '\n' : text.charAt(i);
            }
            plain.append(c);
        }
        return plain.toString();
    }

    /// Everything known, for tests.
    synchronized List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    @Override
    public synchronized void close() throws IOException {
        closeJournal();
    }
}
