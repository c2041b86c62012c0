package io.quayside.terminal.emulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Operating system commands: title, links, the question for colours. The clipboard is out of a program's reach: what
/// runs in a container shall neither read nor set it.
final class SystemCommands {
    private static final int MOST_TITLE = 256;
    private static final int MOST_LINKS = 20_000;
    private static final int MOST_LINK = 2083;
    private static final int MOST_LINK_CHARACTERS = 4_000_000;
    private final Screen screen;
    private final Consumer<byte[]> replies;
    private final List<String> links = new ArrayList<>();
    private final Map<String, Integer> linkNumbers = new HashMap<>();
    private int linkCharacters;
    private String title = "";
    private int bells;
    private int foreground = 0xC9D1D9;
    private int background = 0x010409;

    SystemCommands(Screen screen, Consumer<byte[]> replies) {
        this.screen = screen;
        this.replies = replies;
    }

    void run(String text, boolean byBell) {
        int end = text.indexOf(';');
        String code = end < 0 ? text : text.substring(0, end);
        String rest = end < 0 ? "" : text.substring(end + 1);
        switch (code) {
            case "0", "2" -> title = rest.length() > MOST_TITLE ? rest.substring(0, MOST_TITLE) : rest;
            case "8" -> link(rest);
            case "10" -> color("10", rest, foreground, byBell);
            case "11" -> color("11", rest, background, byBell);
            default -> {
                // Of another terminal.
            }
        }
    }

    /// `parameters;address`, with an empty address at the link's end.
    private void link(String rest) {
        String address = rest.substring(rest.indexOf(';') + 1);
        if (address.isEmpty() || address.length() > MOST_LINK) {
            screen.setLink(0);
            return;
        }
        Integer known = linkNumbers.get(address);
        if (known == null && links.size() < MOST_LINKS && linkCharacters + address.length() <= MOST_LINK_CHARACTERS) {
            linkCharacters += address.length();
            links.add(address);
            known = links.size();
            linkNumbers.put(address, known);
        }
        screen.setLink(known == null ? 0 : known);
    }

    private void color(String code, String rest, int rgb, boolean byBell) {
        if (rest.equals("?")) {
            String answer = "\033]%s;rgb:%2$02x%2$02x/%3$02x%3$02x/%4$02x%4$02x%5$s"
                    .formatted(code, rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, byBell ? "\007" : "\033\\");
            replies.accept(answer.getBytes(StandardCharsets.US_ASCII));
        }
    }

    void bell() {
        bells++;
    }

    void reset() {
        title = "";
    }

    void setColors(int newForeground, int newBackground) {
        foreground = newForeground;
        background = newBackground;
    }

    String title() {
        return title;
    }

    int bells() {
        return bells;
    }

    /// The address of link `number`, empty for none.
    String address(int number) {
        return number < 1 || number > links.size() ? "" : links.get(number - 1);
    }
}
