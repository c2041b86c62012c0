package io.quayside.engine.files;

import io.quayside.engine.internal.codec.RawText;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarUtils;

/// Reads an archive that an engine sends, one entry after the other, in one pass and a fixed amount of memory.
///
/// The reader of commons-compress decodes names as UTF-8 where the archive has them in an extended header, and engines
/// put
/// those of other bytes exactly there: such files could be neither told apart nor opened. So headers are read here,
/// with
/// its numbers and checksums. Anything an archive says is untrusted; what makes no sense is an [IOException].
public final class TarReader {
    private static final String DAMAGED = "The archive that the engine sent is damaged";
    private static final int RECORD = 512;
    private static final int BUFFER = 256 * 1024;
    /// Of a name or an extended header; Linux ends paths at 4096 bytes.
    private static final int LONGEST_TEXT = 1024 * 1024;

    private static final long LARGEST = 1L << 60;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;
    private final byte[] header = new byte[RECORD];
    private long left;
    private long padding;

    /// @param in the archive; closing it is left to the caller
    public TarReader(InputStream in) {
        this.in = in;
    }

    /// The next entry; what is left of the content of the last one is passed over. Empty at the end of the archive.
    public Optional<TarEntry> next() throws IOException {
        PaxFields fields = new PaxFields();
        while (true) {
            pass(left + padding);
            left = 0;
            padding = 0;
            if (!readHeader()) {
                return Optional.empty();
            }
            char type = (char) (header[156] & 0xFF);
            long size = number(124, 12);
            if (size < 0 || size > LARGEST) {
                throw damaged();
            }
            switch (type) {
                case 'x' -> fields.read(text(size));
                case 'g' -> pass(padded(size)); // of the whole archive; holds a comment at most
                case 'L' -> fields.name(withoutEnd(text(size)));
                case 'K' -> fields.linkName(withoutEnd(text(size)));
                default -> {
                    return Optional.of(entry(type, fields.size().orElse(size), fields));
                }
            }
        }
    }

    /// Reads content of the entry; -1 at its end.
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int wanted = (int) Math.min(length, left);
        int n;
        if (start < end) {
            n = Math.min(wanted, end - start);
            System.arraycopy(buffer, start, into, offset, n);
            start += n;
        } else {
            n = in.read(into, offset, wanted);
            if (n < 0) {
                throw cut();
            }
        }
        left -= n;
        return n;
    }

    private TarEntry entry(char type, long size, PaxFields fields) throws IOException {
        FileKind kind = fields.isSparse() ? FileKind.OTHER : kind(type);
        boolean hasContent = (kind == FileKind.FILE && type != '1') || kind == FileKind.OTHER;
        if (size > LARGEST) {
            throw damaged();
        }
        left = hasContent ? size : 0;
        padding = padded(left) - left;
        String name = fields.name().orElseGet(this::shortName);
        boolean folder = kind == FileKind.FOLDER || (kind == FileKind.FILE && type != '1' && name.endsWith("/"));
        return new TarEntry(
                name,
                folder ? FileKind.FOLDER : kind,
                left,
                (int) (number(100, 8) & 07777),
                fields.uid().orElse(number(108, 8)),
                fields.gid().orElse(number(116, 8)),
                fields.modified().orElse(number(136, 12)),
                fields.linkName().orElseGet(() -> field(157, 100)),
                type == '1');
    }

    private static FileKind kind(char type) {
        return switch (type) {
            case 0, '0', '1', '7' -> FileKind.FILE;
            case '2' -> FileKind.LINK;
            case '3', '4' -> FileKind.DEVICE;
            case '5' -> FileKind.FOLDER;
            case '6' -> FileKind.PIPE;
            default -> FileKind.OTHER;
        };
    }

    /// Long names may be split: the first part is in a field of its own, unless GNU tar has put times there.
    private String shortName() {
        String name = field(0, 100);
        boolean posix = header[257] == 'u' && header[262] == 0;
        String prefix = posix ? field(345, 155) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    /// False at the end: two empty records, or nothing more.
    private boolean readHeader() throws IOException {
        if (!readRecord()) {
            return false;
        }
        if (isEmpty()) {
            return readRecord() && !isEmpty() && checked();
        }
        return checked();
    }

    private boolean checked() throws IOException {
        try {
            if (TarUtils.verifyCheckSum(header)) {
                return true;
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(DAMAGED, e);
        }
        throw damaged();
    }

    private boolean isEmpty() {
        for (byte b : header) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean readRecord() throws IOException {
        int n = 0;
        while (n < RECORD) {
            if (start == end && !fill()) {
                if (n == 0) {
                    return false;
                }
                throw cut();
            }
            int some = Math.min(RECORD - n, end - start);
            System.arraycopy(buffer, start, header, n, some);
            start += some;
            n += some;
        }
        return true;
    }

    private boolean fill() throws IOException {
        int n = in.read(buffer, 0, buffer.length);
        start = 0;
        end = Math.max(n, 0);
        return n > 0;
    }

    private void pass(long count) throws IOException {
        long rest = count;
        while (rest > 0) {
            if (start == end && !fill()) {
                throw cut();
            }
            int some = (int) Math.min(rest, end - start);
            start += some;
            rest -= some;
        }
    }

    private byte[] text(long size) throws IOException {
        if (size > LONGEST_TEXT) {
            throw damaged();
        }
        byte[] bytes = new byte[(int) size];
        left = size;
        padding = padded(size) - size;
        for (int n = 0; n < bytes.length; ) {
            n += read(bytes, n, bytes.length - n);
        }
        pass(padding);
        padding = 0;
        return bytes;
    }

    private static String withoutEnd(byte[] bytes) {
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] == 0) {
            length--;
        }
        return RawText.of(bytes, 0, length);
    }

    private String field(int at, int length) {
        int stop = at;
        while (stop < at + length && header[stop] != 0) {
            stop++;
        }
        return RawText.of(header, at, stop);
    }

    private long number(int at, int length) throws IOException {
        try {
            return TarUtils.parseOctalOrBinary(header, at, length);
        } catch (IllegalArgumentException e) {
            throw new IOException(DAMAGED, e);
        }
    }

    private static long padded(long size) {
        return size + (RECORD - size % RECORD) % RECORD;
    }

    private static IOException damaged() {
        return new IOException(DAMAGED);
    }

    private static IOException cut() {
        return new EOFException("The archive that the engine sent broke off");
    }
}
