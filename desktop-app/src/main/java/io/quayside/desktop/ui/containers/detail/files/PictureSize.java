package io.quayside.desktop.ui.containers.detail.files;

/// Tells pictures by their first bytes, and leaves out those that would take too much memory once unpacked.
final class PictureSize {
    private static final long MOST_PIXELS = 16_000_000;

    private PictureSize() {}

    /// Whether the bytes are a picture that can be shown.
    static boolean isShown(byte[] b) {
        long pixels = b.length < 26 ? 0 : pixels(b);
        return pixels > 0 && pixels <= MOST_PIXELS;
    }

    private static long pixels(byte[] b) {
        if (u8(b, 0) == 0x89 && b[1] == 'P' && b[2] == 'N' && b[3] == 'G') {
            return (u16(b, 16) << 16 | u16(b, 18)) * (u16(b, 20) << 16 | u16(b, 22));
        }
        if (b[0] == 'G' && b[1] == 'I' && b[2] == 'F' && b[3] == '8') {
            return (u8(b, 6) | u8(b, 7) << 8) * (u8(b, 8) | u8(b, 9) << 8);
        }
        return u8(b, 0) == 0xFF && u8(b, 1) == 0xD8 ? jpeg(b) : 0;
    }

    /// The size stands in the segment that begins a frame, behind others.
    private static long jpeg(byte[] b) {
        int at = 2;
        while (at + 9 < b.length && u8(b, at) == 0xFF) {
            long marker = u8(b, at + 1);
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                return u16(b, at + 5) * u16(b, at + 7);
            }
            at += 2 + (int) u16(b, at + 2);
        }
        return 0;
    }

    private static long u8(byte[] b, int at) {
        return b[at] & 0xFF;
    }

    private static long u16(byte[] b, int at) {
        return u8(b, at) << 8 | u8(b, at + 1);
    }
}
