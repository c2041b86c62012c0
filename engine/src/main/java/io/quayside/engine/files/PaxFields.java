package io.quayside.engine.files;

import io.quayside.engine.internal.codec.RawText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What stands in front of an entry because its header has no room for it.
final class PaxFields {
    private @Nullable String name;
    private @Nullable String linkName;
    private @Nullable Long size;
    private @Nullable Long uid;
    private @Nullable Long gid;
    private @Nullable Long modified;
    private boolean sparse;

    /// Records of the form `LENGTH KEY=VALUE\n`.
    void read(byte[] bytes) throws IOException {
        int at = 0;
        while (at < bytes.length) {
            int space = indexOf(bytes, ' ', at, bytes.length);
            long length = whole(bytes, at, space);
            int stop = (int) Math.min(at + length, bytes.length + 1L);
            int equals = stop <= bytes.length && stop > space ? indexOf(bytes, '=', space, stop) : -1;
            if (equals < 0 || bytes[stop - 1] != '\n') {
                throw damaged();
            }
            put(
                    new String(bytes, space + 1, equals - space - 1, StandardCharsets.ISO_8859_1),
                    bytes,
                    equals + 1,
                    stop - 1);
            at = stop;
        }
    }

    private void put(String key, byte[] bytes, int from, int to) throws IOException {
        switch (key) {
            case "path" -> name = RawText.of(bytes, from, to);
            case "linkpath" -> linkName = RawText.of(bytes, from, to);
            case "size" -> size = whole(bytes, from, to);
            case "uid" -> uid = whole(bytes, from, to);
            case "gid" -> gid = whole(bytes, from, to);
            case "mtime" -> modified = seconds(bytes, from, to);
            default -> sparse |= key.startsWith("GNU.sparse.");
        }
    }

    private static long seconds(byte[] bytes, int from, int to) throws IOException {
        boolean negative = from < to && bytes[from] == '-';
        int dot = indexOf(bytes, '.', from, to);
        long value = whole(bytes, negative ? from + 1 : from, dot < 0 ? to : dot);
        return negative ? -value : value;
    }

    private static long whole(byte[] bytes, int from, int to) throws IOException {
        if (to <= from || to - from > 18) {
            throw damaged();
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                throw damaged();
            }
            value = value * 10 + bytes[i] - '0';
        }
        return value;
    }

    private static int indexOf(byte[] bytes, char wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static IOException damaged() {
        return new IOException("The archive that the engine sent is damaged");
    }

    void name(String text) {
        name = text;
    }

    void linkName(String text) {
        linkName = text;
    }

    Optional<String> name() {
        return Optional.ofNullable(name);
    }

    Optional<String> linkName() {
        return Optional.ofNullable(linkName);
    }

    Optional<Long> size() {
        return Optional.ofNullable(size);
    }

    Optional<Long> uid() {
        return Optional.ofNullable(uid);
    }

    Optional<Long> gid() {
        return Optional.ofNullable(gid);
    }

    Optional<Long> modified() {
        return Optional.ofNullable(modified);
    }

    boolean isSparse() {
        return sparse;
    }
}
