package io.quayside.engine.run;

/// Paths of this computer in options.
final class Folders {
    private Folders() {}

    /// The engine wants whole paths: `./data` and `~/data` are told what they start from. Names of volumes stay.
    static String absolute(String source, RunSurroundings surroundings) {
        if (source.startsWith(".")) {
            return surroundings.folder().resolve(source).normalize().toString();
        }
        if (source.equals("~") || source.startsWith("~/")) {
            return surroundings.home() + source.substring(1);
        }
        return source;
    }
}
