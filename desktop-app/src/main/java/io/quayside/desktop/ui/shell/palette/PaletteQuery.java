package io.quayside.desktop.ui.shell.palette;

/// What is asked for: the words, and where to look.
///
/// @param text without the character that picked the scope
public record PaletteQuery(String text, PaletteScope scope) {

    /// Reads what was typed: a first `>`, `:` or `#` picks the scope, else `chosen` holds.
    static PaletteQuery of(String typed, PaletteScope chosen) {
        for (PaletteScope scope : PaletteScope.values()) {
            if (!scope.prefix().isEmpty() && typed.startsWith(scope.prefix())) {
                return new PaletteQuery(typed.substring(1).strip(), scope);
            }
        }
        return new PaletteQuery(typed.strip(), chosen);
    }
}
