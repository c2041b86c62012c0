package io.quayside.vm.driver.hyperv;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Why a cmdlet failed, as PowerShell has it.
///
/// @param id what kind of failure, and of which cmdlet; not translated
/// @param category as in `PermissionDenied`; not translated
/// @param code Windows' number of the failure, eight hexadecimal digits
/// @param message in the language of this Windows; for people
record CmdletFailure(String cmdlet, String id, String category, String code, String message) {
    private static final Pattern NUMBER = Pattern.compile("0x([0-9A-Fa-f]{8})");

    static CmdletFailure parse(JsonNode json) {
        String message = json.path("message").asString("");
        String code = numberIn(message)
                .or(() -> numberIn(json.path("code").asString("")))
                .orElse("");
        return new CmdletFailure(
                json.path("cmdlet").asString(""),
                json.path("id").asString(""),
                json.path("category").asString(""),
                code,
                message);
    }

    /// Hyper-V hides the cause behind a number of its own and names the real one in the message.
    private static Optional<String> numberIn(String text) {
        Matcher number = NUMBER.matcher(text);
        return number.find() ? Optional.of(number.group(1).toUpperCase(Locale.ROOT)) : Optional.empty();
    }

    /// The kind of failure alone.
    String kind() {
        return id.split(",", 2)[0];
    }
}
