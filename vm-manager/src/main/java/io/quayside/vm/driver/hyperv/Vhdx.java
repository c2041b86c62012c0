package io.quayside.vm.driver.hyperv;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.CRC32C;

/// Writes small disks in the format that Hyper-V's machines of generation 2 insist on ([MS-VHDX]). The
/// guest's build has the same in Go (`guest/disk/vhdx.go`); for disks that are empty or large Hyper-V does
/// it itself.
final class Vhdx {
    private static final int MEBIBYTE = 1 << 20;
    private static final int KIBIBYTES_64 = 64 << 10;

    /// Hyper-V makes none smaller than 3 MiB.
    private static final int LEAST_BLOCKS = 4;

    private static final int HEADERS = KIBIBYTES_64;
    private static final int REGIONS = 3 * KIBIBYTES_64;
    private static final int LOG = MEBIBYTE;
    private static final int METADATA = 2 * MEBIBYTE;
    private static final int TABLE = 3 * MEBIBYTE;
    private static final int BLOCKS = 4 * MEBIBYTE;
    private static final int SECTOR = 512;
    private static final long FULLY_PRESENT = 6;
    private static final int REQUIRED = 4;
    private static final int OF_DISK = 2;

    private Vhdx() {}

    /// A whole file: a disk that begins with that content, and zeros after it.
    static byte[] of(byte[] content) {
        int blocks = Math.max(LEAST_BLOCKS, (content.length + MEBIBYTE - 1) / MEBIBYTE);
        ByteBuffer file = ByteBuffer.allocate(BLOCKS + blocks * MEBIBYTE).order(ByteOrder.LITTLE_ENDIAN);
        file.put(0, "vhdxfile".getBytes(StandardCharsets.US_ASCII));
        file.put(8, "Quayside".getBytes(StandardCharsets.UTF_16LE));
        for (int copy = 0; copy < 2; copy++) {
            file.put(HEADERS + copy * KIBIBYTES_64, header(copy + 1));
            file.put(REGIONS + copy * KIBIBYTES_64, regions());
        }
        file.put(METADATA, metadata((long) blocks * MEBIBYTE));
        for (int block = 0; block < blocks; block++) {
            file.putLong(TABLE + Long.BYTES * block, (BLOCKS + (long) block * MEBIBYTE) | FULLY_PRESENT);
        }
        file.put(BLOCKS, content);
        return file.array();
    }

    private static byte[] header(long sequence) {
        byte[] bytes = new byte[4096];
        ByteBuffer header = structure(bytes, "head");
        header.putLong(8, sequence);
        header.put(16, guid(UUID.randomUUID()));
        header.put(32, guid(UUID.randomUUID()));
        header.putShort(66, (short) 1);
        header.putInt(68, MEBIBYTE);
        header.putLong(72, LOG);
        return summed(bytes);
    }

    private static byte[] regions() {
        byte[] bytes = new byte[KIBIBYTES_64];
        ByteBuffer regions = structure(bytes, "regi");
        regions.putInt(8, 2);
        region(regions, 16, "2DC27766-F623-4200-9D64-115E9BFD4A08", TABLE);
        region(regions, 48, "8B7CA206-4790-4B9A-B8FE-575F050F886E", METADATA);
        return summed(bytes);
    }

    private static void region(ByteBuffer regions, int at, String id, long place) {
        regions.put(at, guid(UUID.fromString(id)));
        regions.putLong(at + 16, place);
        regions.putInt(at + 24, MEBIBYTE);
        regions.putInt(at + 28, 1);
    }

    /// A table, and from 64 KiB on the values that it names.
    private static byte[] metadata(long size) {
        byte[] bytes = new byte[2 * KIBIBYTES_64];
        ByteBuffer metadata = structure(bytes, "metadata");
        metadata.putShort(10, (short) 5);
        int at = KIBIBYTES_64;
        at = item(metadata, 0, "CAA16737-FA36-4D43-B3B6-33F0AA44E76B", REQUIRED, at, number(8, MEBIBYTE));
        at = item(metadata, 1, "2FA54224-CD1B-4876-B211-5DBED83BF4B8", REQUIRED | OF_DISK, at, number(8, size));
        at = item(metadata, 2, "BECA12AB-B2E6-4523-93EF-C309E000C746", REQUIRED | OF_DISK, at, guid(UUID.randomUUID()));
        at = item(metadata, 3, "8141BF1D-A96F-4709-BA47-F233A8FAAB5F", REQUIRED | OF_DISK, at, number(4, SECTOR));
        item(metadata, 4, "CDA348C7-445D-4471-9CC9-E9885251C556", REQUIRED | OF_DISK, at, number(4, SECTOR));
        return bytes;
    }

    private static int item(ByteBuffer metadata, int index, String id, int flags, int at, byte[] value) {
        int entry = 32 + 32 * index;
        metadata.put(entry, guid(UUID.fromString(id)));
        metadata.putInt(entry + 16, at);
        metadata.putInt(entry + 20, value.length);
        metadata.putInt(entry + 24, flags);
        metadata.put(at, value);
        return at + value.length;
    }

    private static byte[] number(int bytes, long value) {
        byte[] all = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
        return Arrays.copyOf(all, bytes);
    }

    private static ByteBuffer structure(byte[] bytes, String signature) {
        return ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(0, signature.getBytes(StandardCharsets.US_ASCII));
    }

    /// Puts the checksum of a structure into its place, which counts as zero meanwhile.
    private static byte[] summed(byte[] structure) {
        CRC32C sum = new CRC32C();
        sum.update(structure);
        ByteBuffer.wrap(structure).order(ByteOrder.LITTLE_ENDIAN).putInt(4, (int) sum.getValue());
        return structure;
    }

    /// Windows' order of bytes: the first three numbers are little endian.
    private static byte[] guid(UUID id) {
        long most = id.getMostSignificantBits();
        return ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) (most >>> 32))
                .putShort((short) (most >>> 16))
                .putShort((short) most)
                .order(ByteOrder.BIG_ENDIAN)
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
