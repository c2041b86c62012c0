package io.quayside.desktop.ui.shell;

import java.util.ArrayList;
import java.util.List;

/// The address of what the window shows, in the grammar of `--page`: `containers`, `container/web/logs`,
/// `settings/appearance`, `palette/redis`.
///
/// @param page the first part
/// @param rest the parts behind it
public record Location(String page, List<String> rest) {
    public Location {
        rest = List.copyOf(rest);
    }

    public static Location of(String page, String... rest) {
        return new Location(page, List.of(rest));
    }

    /// Splits at "/". A part of an address never contains a slash; image references take the whole rest of `run/`.
    public static Location parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts[0].equals("run") && parts.length > 1) {
            return of("run", text.substring("run/".length()));
        }
        List<String> rest = new ArrayList<>(List.of(parts).subList(1, parts.length));
        return new Location(parts[0], rest);
    }

    @Override
    public String toString() {
        return rest.isEmpty() ? page : page + "/" + String.join("/", rest);
    }
}
