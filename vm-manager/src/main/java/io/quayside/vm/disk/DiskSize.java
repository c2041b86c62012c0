package io.quayside.vm.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.UUID;

/// How large the disk in a file is, as a machine sees it: the file's size, but for VHDX ([MS-VHDX]), whose files take
/// what
/// is in use.
public final class DiskSize {
    private static final long[] REGIONS = {192L << 10, 256L << 10};
    private static final UUID METADATA = UUID.fromString("8B7CA206-4790-4B9A-B8FE-575F050F886E");
    private static final UUID VIRTUAL_SIZE = UUID.fromString("2FA54224-CD1B-4876-B211-5DBED83BF4B8");
    private static final int TABLE = 64 << 10;
    private static final int ENTRY = 32;
    private static final int MOST_ENTRIES = TABLE / ENTRY - 1;

    private DiskSize() {}

    /// @throws IOException also if it begins as a VHDX and doesn't say its size
    public static long of(Path file) throws IOException {
        try (FileChannel disk = FileChannel.open(file, StandardOpenOption.READ)) {
            if (!begins(read(disk, 0, Long.BYTES), "vhdxfile")) {
                return disk.size();
            }
            for (long copy : REGIONS) {
                OptionalLong size = sizeOf(disk, copy);
                if (size.isPresent()) {
                    return size.getAsLong();
                }
            }
        }
        throw new IOException(file + " is a VHDX that doesn't say how large its disk is.");
    }

    private static OptionalLong sizeOf(FileChannel disk, long regions) throws IOException {
        ByteBuffer table = read(disk, regions, TABLE);
        int region = begins(table, "regi") ? entry(table, 16, table.getInt(8), METADATA) : -1;
        if (region < 0) {
            return OptionalLong.empty();
        }
        long place = table.getLong(region + 16);
        ByteBuffer metadata = read(disk, place, TABLE);
        int item = begins(metadata, "metadata") ? entry(metadata, ENTRY, metadata.getShort(10), VIRTUAL_SIZE) : -1;
        if (item < 0) {
            return OptionalLong.empty();
        }
        ByteBuffer value = read(disk, place + Integer.toUnsignedLong(metadata.getInt(item + 16)), Long.BYTES);
        return value.getLong(0) > 0 ? OptionalLong.of(value.getLong(0)) : OptionalLong.empty();
    }

    /// Where the entry of that identifier begins, or -1.
    private static int entry(ByteBuffer table, int first, int count, UUID wanted) {
        for (int index = 0; index < Math.min(count, MOST_ENTRIES); index++) {
            int at = first + ENTRY * index;
            // Windows' order of bytes: the first three numbers are little endian.
            long most = Integer.toUnsignedLong(table.getInt(at)) << 32
                    | Short.toUnsignedLong(table.getShort(at + 4)) << 16
                    | Short.toUnsignedLong(table.getShort(at + 6));
            if (new UUID(most, Long.reverseBytes(table.getLong(at + 8))).equals(wanted)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean begins(ByteBuffer bytes, String signature) {
        byte[] start = new byte[signature.length()];
        bytes.get(0, start);
        return signature.equals(new String(start, StandardCharsets.US_ASCII));
    }

    /// Zeros follow where the file has ended.
    private static ByteBuffer read(FileChannel disk, long place, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (place >= 0 && bytes.hasRemaining() && disk.read(bytes, place + bytes.position()) > 0) {}
        return bytes;
    }
}
