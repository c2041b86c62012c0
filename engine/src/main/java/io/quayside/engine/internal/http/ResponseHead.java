package io.quayside.engine.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The head of an answer.
///
/// @param fields names and values by turns, in the order in which they came
record ResponseHead(int status, boolean keepsAlive, List<String> fields) {

    private static final String PREFIX = "HTTP/1.";
    private static final int QUOTED = 200;
    private static final int LINE = 16 * 1024;
    private static final int LINES = 512;

    /// Waits for the head of the answer; interim answers (1xx, but not 101) are passed over.
    static ResponseHead read(WireInput in) throws IOException {
        ResponseHead head = readOne(in);
        while (head.status / 100 == 1 && head.status != 101) {
            head = readOne(in);
        }
        return head;
    }

    private static ResponseHead readOne(WireInput in) throws IOException {
        requireHttp(in);
        String line = in.line(LINE);
        int space = line.indexOf(' ');
        String code = space < 0 ? "" : line.substring(space + 1, Math.min(line.length(), space + 4));
        if (code.length() != 3 || !code.chars().allMatch(c -> c >= '0' && c <= '9') || code.charAt(0) == '0') {
            throw new NotHttpException(SafeText.of(line));
        }
        List<String> fields = new ArrayList<>(24);
        String field = in.line(LINE);
        while (!field.isEmpty()) {
            int colon = field.indexOf(':');
            if (colon > 0) {
                fields.add(field.substring(0, colon));
                fields.add(field.substring(colon + 1).strip());
            }
            if (fields.size() > 2 * LINES) {
                throw new MalformedHttpException("its head has no end");
            }
            field = in.line(LINE);
        }
        boolean keepsAlive = line.startsWith("HTTP/1.1");
        ResponseHead head = new ResponseHead(Integer.parseInt(code), keepsAlive, fields);
        return head.field("Connection").map("close"::equalsIgnoreCase).orElse(false)
                ? new ResponseHead(head.status, false, fields)
                : head;
    }

    /// Says so as soon as the first bytes show it, also when no line ever ends.
    private static void requireHttp(WireInput in) throws IOException {
        for (int n = 1; n <= PREFIX.length(); n++) {
            byte[] seen = in.peek(n);
            if (seen.length == 0) {
                throw new EOFException("it was closed before the answer");
            }
            if (seen.length < n || seen[n - 1] != PREFIX.charAt(n - 1)) {
                throw notHttp(in);
            }
        }
    }

    private static NotHttpException notHttp(WireInput in) throws IOException {
        String said = new String(in.peek(Math.min(QUOTED, in.available())), StandardCharsets.UTF_8);
        return new NotHttpException(SafeText.of(said.lines().findFirst().orElse("")));
    }

    /// The last value of a field; names are case-insensitive.
    Optional<String> field(String name) {
        for (int i = fields.size() - 2; i >= 0; i -= 2) {
            if (fields.get(i).equalsIgnoreCase(name)) {
                return Optional.of(fields.get(i + 1));
            }
        }
        return Optional.empty();
    }
}
