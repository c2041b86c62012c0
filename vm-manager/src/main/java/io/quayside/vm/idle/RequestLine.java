package io.quayside.vm.idle;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The first line of a request of the Engine API, if some bytes begin with one.
record RequestLine(String method, String path) {
    private static final int LONGEST = 4096;
    private static final Pattern LINE = Pattern.compile("([A-Z]{3,7}) (/\\S*) HTTP/1\\.[01]\r?\n");
    private static final Pattern EVENTS = Pattern.compile("(/v[0-9.]+)?/events(\\?.*)?");

    static Optional<RequestLine> at(byte[] bytes, int count) {
        String start = new String(bytes, 0, Math.min(count, LONGEST), StandardCharsets.ISO_8859_1);
        Matcher line = LINE.matcher(start);
        return line.lookingAt() ? Optional.of(new RequestLine(line.group(1), line.group(2))) : Optional.empty();
    }

    /// A request that only waits for something to happen, which nothing does in a machine without containers.
    boolean onlyWaits() {
        return method.equals("GET") && EVENTS.matcher(path).matches();
    }
}
