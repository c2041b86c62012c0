package io.quayside.desktop.log;

import java.util.List;
import java.util.regex.Pattern;

/// Takes out of a text what must not be kept: passwords, tokens, credentials in addresses, and the user's name in
/// paths.
public final class Secrets {
    private static final String MASK = "***";

    private record Rule(Pattern pattern, String replacement) {}

    // Each starts from a literal word or "://", so that lines without one cost a scan and nothing more.
    private static final List<Rule> RULES = List.of(
            rule("(://[^/\\s:@]+):[^/\\s@]+@", "$1:" + MASK + "@"),
            rule(
                    "(?i)((?:proxy-)?authorization|x-registry-(?:auth|config))(\"?\\s*[:=]\\s*\"?)[^\"\\r\\n,}]+",
                    "$1$2" + MASK),
            rule(
                    "(?i)((?:passw(?:or)?d|passphrase|secret|token|(?:api|access)[_-]?key|private[_-]?key|credentials?))(\"?\\s*[:=]\\s*\"?)[^\"\\s,;}]+",
                    "$1$2" + MASK),
            rule("(?i)\\b(bearer|basic)\\s+[a-z0-9._~+/=-]{8,}", "$1 " + MASK),
            rule(
                    "(?s)-----BEGIN ([A-Z ]*)PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)",
                    "$1PRIVATE KEY " + MASK));

    private Secrets() {}

    /// The text without secrets, and with `~` for the user's home directory.
    public static String mask(String text) {
        String masked = text;
        for (Rule rule : RULES) {
            masked = rule.pattern.matcher(masked).replaceAll(rule.replacement);
        }
        String home = System.getProperty("user.home", "");
        return home.length() > 1 ? masked.replace(home, "~") : masked;
    }

    private static Rule rule(String pattern, String replacement) {
        return new Rule(Pattern.compile(pattern), replacement);
    }
}
