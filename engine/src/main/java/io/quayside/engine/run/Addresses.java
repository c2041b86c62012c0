package io.quayside.engine.run;

import java.util.regex.Pattern;

/// Addresses as text, without looking any name up.
final class Addresses {
    private static final Pattern V4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern V6 =
            Pattern.compile("(?=[^:]*:[^:]*:)[0-9a-fA-F:]{2,39}(?:\\d+\\.\\d+\\.\\d+\\.\\d+)?");
    private static final Pattern MAC =
            Pattern.compile("[0-9a-fA-F]{2}(?:[:-][0-9a-fA-F]{2}){5}|[0-9a-fA-F]{4}(?:\\.[0-9a-fA-F]{4}){2}");

    private Addresses() {}

    static boolean isIp(String text) {
        return V4.matcher(text).matches() || V6.matcher(text).matches();
    }

    static boolean isMac(String text) {
        return MAC.matcher(text).matches();
    }
}
