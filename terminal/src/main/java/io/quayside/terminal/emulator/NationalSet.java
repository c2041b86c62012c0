package io.quayside.terminal.emulator;

/// The character sets of countries: ASCII with some of its signs replaced, as xterm has them.
final class NationalSet {
    private static final String REPLACED = "#$@[\\]^_`{|}~";

    private NationalSet() {}

    static boolean isOne(char set) {
        return !signs(set).isEmpty();
    }

    static int map(char set, int codePoint) {
        int place = REPLACED.indexOf(codePoint);
        String signs = signs(set);
        return place < 0 || signs.isEmpty() ? codePoint : signs.charAt(place);
    }

    private static String signs(char set) {
        return switch (set) {
            case 'A' -> "£$@[\\]^_`{|}~"; // British
            case '4' -> "£$¾ĳ½|^_`¨ƒ¼´"; // Dutch
            case 'C', '5' -> "#$@ÄÖÅÜ_éäöåü"; // Finnish
            case 'R', 'f' -> "£$à°ç§^_`éùè¨"; // French
            case 'Q', '9' -> "#$àâçêî_ôéùèû"; // French Canadian
            case 'K' -> "#$§ÄÖÜ^_`äöüß"; // German
            case 'Y' -> "£$§°çé^_ùàòèì"; // Italian
            case '`', 'E', '6' -> "#$ÄÆØÅÜ_äæøåü"; // Norwegian and Danish
            case 'Z' -> "£$§¡Ñ¿^_`°ñç~"; // Spanish
            case 'H', '7' -> "#$ÉÄÖÅÜ_éäöåü"; // Swedish
            case '=' -> "ù$àéçêîèôäöüû"; // Swiss
            default -> "";
        };
    }
}
