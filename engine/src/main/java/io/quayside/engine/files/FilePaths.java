package io.quayside.engine.files;

/// Paths inside a container: they begin with a slash and end with none, but for the root.
public final class FilePaths {
    /// The folder of everything.
    public static final String ROOT = "/";

    private FilePaths() {}

    /// The path of a name in a folder.
    public static String child(String folder, String name) {
        return folder.equals(ROOT) ? ROOT + name : folder + "/" + name;
    }

    /// The folder a path lies in; the root's is the root.
    public static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? ROOT : path.substring(0, slash);
    }

    /// The last part; of the root, a slash.
    public static String name(String path) {
        return path.equals(ROOT) ? ROOT : path.substring(path.lastIndexOf('/') + 1);
    }

    /// Whether `path` is `folder` or lies below it.
    public static boolean isWithin(String path, String folder) {
        return folder.equals(ROOT) || path.equals(folder) || path.startsWith(folder + "/");
    }

    /// The path without `.`, `..`, and slashes that change nothing.
    public static String normal(String path) {
        java.util.ArrayDeque<String> parts = new java.util.ArrayDeque<>();
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return ROOT + String.join("/", parts);
    }

    /// Where a link leads.
    ///
    /// @param path of the link
    public static String target(String path, String written) {
        return normal(written.startsWith("/") ? written : parent(path) + "/" + written);
    }

    /// Whether it can be the name of a file.
    public static boolean isName(String text) {
        return !text.isEmpty()
                && !text.equals(".")
                && !text.equals("..")
                && text.indexOf('/') < 0
                && text.indexOf('\0') < 0;
    }
}
