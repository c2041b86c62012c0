package io.quayside.vm.idle;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sees where an answer of the Engine API ends, as far as one piece of it tells: the last chunk, or a whole
/// short answer. An end that isn't seen only keeps a machine awake while its connection is open; one that
/// is seen wrongly is corrected by the bytes that follow.
final class ResponseEnd {
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final String HEAD_END = "\r\n\r\n";
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3}) ");
    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *([0-9]{1,9})\r\n");

    private ResponseEnd() {}

    static boolean isIn(byte[] data) {
        return endsWithLastChunk(data) || isWhole(data);
    }

    private static boolean endsWithLastChunk(byte[] data) {
        int from = data.length - LAST_CHUNK.length;
        boolean ends = from >= 0 && Arrays.equals(data, from, data.length, LAST_CHUNK, 0, LAST_CHUNK.length);
        return ends && (from == 0 || data[from - 1] == '\n');
    }

    private static boolean isWhole(byte[] data) {
        String text = new String(data, StandardCharsets.ISO_8859_1);
        Matcher status = STATUS.matcher(text);
        int head = text.indexOf(HEAD_END);
        if (!status.lookingAt() || head < 0) {
            return false;
        }
        Matcher length = LENGTH.matcher(text.substring(0, head + 2).toLowerCase(Locale.ROOT));
        int body = data.length - head - HEAD_END.length();
        return length.find()
                ? body == Integer.parseInt(length.group(1))
                : status.group(1).equals("204");
    }
}
