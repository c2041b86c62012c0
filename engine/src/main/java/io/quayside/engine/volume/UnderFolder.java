package io.quayside.engine.volume;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarUtils;

/// Puts all that an archive holds into one folder, while it passes. Docker up to 26 takes no link that leads out of
/// where it
/// unpacks, so volumes are unpacked at the container's root; and the folder that it unpacks to keeps its owner.
///
/// Each entry gets an extended header with its new path; all else stays as it is byte by byte, whatever the archive
/// has.
/// Names are read one byte a character, so that they keep their bytes.
final class UnderFolder extends OutputStream {
    private static final int RECORD = 512;
    private static final int LONGEST = 1024 * 1024;
    private static final String PATH = "path";
    private static final String LINK = "linkpath";

    private final OutputStream out;
    private final String folder;
    private final byte[] record = new byte[RECORD];
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private int filled;
    private long passing;
    private int collecting;
    private int wanted;
    private char kind;

    /// @param folder with a slash at its end
    UnderFolder(OutputStream out, String folder) {
        this.out = out;
        this.folder = folder;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int at = offset;
        int end = offset + length;
        while (at < end) {
            int n;
            if (passing > 0) {
                n = (int) Math.min(passing, end - at);
                out.write(bytes, at, n);
                passing -= n;
            } else if (collecting > 0) {
                n = Math.min(collecting, end - at);
                collected.write(bytes, at, n);
                collecting -= n;
                if (collecting == 0) {
                    keep();
                }
            } else {
                n = Math.min(RECORD - filled, end - at);
                System.arraycopy(bytes, at, record, filled, n);
                filled += n;
                if (filled == RECORD) {
                    filled = 0;
                    header();
                }
            }
            at += n;
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    private void header() throws IOException {
        long size = number(124, 12);
        kind = (char) (record[156] & 0xFF);
        switch (kind) {
            case 'x', 'L', 'K' -> {
                if (size < 0 || size > LONGEST) {
                    throw new IOException("A header in the archive is too long");
                }
                wanted = (int) size;
                collecting = (int) padded(size);
                collected.reset();
            }
            case 'g' -> {
                out.write(record);
                passing = padded(size);
            }
            default -> {
                if (!isEnd()) {
                    extend();
                }
                out.write(record);
                passing = isEnd() ? 0 : padded(content(size));
                fields.clear();
            }
        }
    }

    /// Of what has content in an archive; links, folders and devices have none, whatever their header says.
    private long content(long size) throws IOException {
        return switch (kind) {
            case '1', '2', '3', '4', '5', '6' -> 0;
            default -> {
                String large = fields.get("size");
                try {
                    yield large == null ? size : Long.parseLong(large);
                } catch (NumberFormatException e) {
                    throw new IOException("A size in the archive is no number", e);
                }
            }
        };
    }

    private boolean isEnd() {
        for (byte b : record) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private void keep() throws IOException {
        byte[] bytes = Arrays.copyOf(collected.toByteArray(), wanted);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        switch (kind) {
            case 'L' -> fields.put(PATH, untilZero(text));
            case 'K' -> fields.put(LINK, untilZero(text));
            default -> readFields(text);
        }
    }

    /// `LENGTH KEY=VALUE\n`, again and again.
    private void readFields(String text) throws IOException {
        int at = 0;
        while (at < text.length()) {
            int space = text.indexOf(' ', at);
            int equals = text.indexOf('=', at);
            int length;
            try {
                length = Integer.parseInt(text.substring(at, Math.max(at, space)));
            } catch (NumberFormatException e) {
                throw new IOException("An extended header in the archive is damaged", e);
            }
            if (equals < space || length <= equals - at || at + length > text.length()) {
                throw new IOException("An extended header in the archive is damaged");
            }
            fields.put(text.substring(space + 1, equals), text.substring(equals + 1, at + length - 1));
            at += length;
        }
    }

    private void extend() throws IOException {
        fields.put(PATH, moved(fields.getOrDefault(PATH, shortName())));
        if (kind == '1') {
            fields.put(LINK, moved(fields.getOrDefault(LINK, field(157, 100))));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((key, value) -> body.writeBytes(line(key, value).getBytes(StandardCharsets.ISO_8859_1)));
        byte[] head = new byte[RECORD];
        put(head, 0, "PaxHeaders/volume");
        put(head, 100, "0000644\0000000000\0000000000\0");
        TarUtils.formatLongOctalBytes(body.size(), head, 124, 12);
        TarUtils.formatLongOctalBytes(0, head, 136, 12);
        Arrays.fill(head, 148, 156, (byte) ' ');
        head[156] = 'x';
        put(head, 257, "ustar\00000");
        TarUtils.formatCheckSumOctalBytes(TarUtils.computeCheckSum(head), head, 148, 8);
        out.write(head);
        out.write(Arrays.copyOf(body.toByteArray(), (int) padded(body.size())));
    }

    /// The length counts its own digits.
    private static String line(String key, String value) {
        int rest = key.length() + value.length() + 3;
        int length = rest + Integer.toString(rest).length();
        length = rest + Integer.toString(length).length();
        return length + " " + key + "=" + value + "\n";
    }

    private String moved(String path) {
        String inside = path;
        while (inside.startsWith("./") || inside.startsWith("/")) {
            inside = inside.substring(inside.indexOf('/') + 1);
        }
        return folder + (inside.equals(".") ? "" : inside);
    }

    private String shortName() {
        String prefix = record[257] == 'u' && record[262] == 0 ? field(345, 155) : "";
        return prefix.isEmpty() ? field(0, 100) : prefix + "/" + field(0, 100);
    }

    private String field(int at, int length) {
        return untilZero(new String(record, at, length, StandardCharsets.ISO_8859_1));
    }

    private static String untilZero(String text) {
        int zero = text.indexOf(0);
        return zero < 0 ? text : text.substring(0, zero);
    }

    private static void put(byte[] into, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, into, at, bytes.length);
    }

    private long number(int at, int length) throws IOException {
        try {
            return TarUtils.parseOctalOrBinary(record, at, length);
        } catch (IllegalArgumentException e) {
            throw new IOException("A header in the archive is damaged", e);
        }
    }

    private static long padded(long size) {
        return size + (RECORD - size % RECORD) % RECORD;
    }
}
