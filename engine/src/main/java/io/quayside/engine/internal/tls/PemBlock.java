package io.quayside.engine.internal.tls;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One block of a PEM file.
///
/// @param label as in `CERTIFICATE` or `EC PRIVATE KEY`
@SuppressWarnings("ArrayRecordComponent") // never compared
record PemBlock(String label, byte[] der) {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);
    private static final Pattern HEADERS = Pattern.compile("^[A-Za-z-]+:.*$", Pattern.MULTILINE);

    /// The blocks of a file; what stands between them is skipped, as every other reader of PEM does.
    ///
    /// @throws IllegalArgumentException when a block isn't Base64
    static List<PemBlock> parse(String text) {
        List<PemBlock> blocks = new ArrayList<>();
        Matcher m = BLOCK.matcher(text);
        while (m.find()) {
            if (HEADERS.matcher(m.group(2)).find()) {
                blocks.add(new PemBlock("ENCRYPTED PRIVATE KEY", new byte[0]));
            } else {
                String base64 = m.group(2).replaceAll("\\s", "");
                blocks.add(new PemBlock(m.group(1), Base64.getDecoder().decode(base64)));
            }
        }
        return blocks;
    }
}
