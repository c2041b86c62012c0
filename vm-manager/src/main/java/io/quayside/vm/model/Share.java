package io.quayside.vm.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// A folder of this computer that a machine sees, so that containers can mount it.
///
/// @param hostFolder absolute and without `.` and `..`
/// @param guestPath where it is in the machine: an absolute path with slashes, below one of [#TOPS]
/// @param readOnly whether the machine may only look
public record Share(Path hostFolder, String guestPath, boolean readOnly) {
    /// The top folders of the machine that can hold shared folders; `guest/agent/shares.go` has the same.
    public static final List<String> TOPS = List.of(
            "/host",
            "/Users",
            "/home",
            "/mnt",
            "/media",
            "/srv",
            "/opt",
            "/Volumes",
            "/private",
            "/tmp",
            "/var/folders",
            "/root",
            "/work");

    public Share {
        Objects.requireNonNull(guestPath);
        if (!hostFolder.isAbsolute() || !hostFolder.normalize().equals(hostFolder)) {
            throw new IllegalArgumentException("folder: " + hostFolder);
        }
        if (!isGuestPath(guestPath)) {
            throw new IllegalArgumentException("path in the machine: " + guestPath);
        }
    }

    /// The folder under the path that it has here, where the machine can have that, and under `/host`
    /// elsewhere. Drives of Windows are at `/mnt/c`.
    public static Share of(Path folder, boolean readOnly) {
        Path clean = folder.toAbsolutePath().normalize();
        return new Share(clean, guestPathFor(clean.toString()), readOnly);
    }

    static String guestPathFor(String folder) {
        String path = folder.replace('\\', '/');
        if (path.length() >= 2 && path.charAt(1) == ':') {
            path = "/mnt/" + path.substring(0, 1).toLowerCase(Locale.ROOT) + path.substring(2);
        }
        while (path.length() > 1 && path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        return isGuestPath(path) ? path : path.equals("/") ? "/host" : "/host" + path;
    }

    /// Whether the machine sees it at the path that it has here, so that the same path works in both.
    public boolean samePath() {
        return hostFolder.toString().equals(guestPath);
    }

    private static boolean isGuestPath(String path) {
        if (path.length() > 1024 || path.indexOf('\0') >= 0 || path.endsWith("/")) {
            return false;
        }
        for (String part : path.substring(Math.min(1, path.length())).split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return TOPS.stream().anyMatch(top -> path.equals(top) || path.startsWith(top + "/"));
    }

    /// Whether one of the two would be inside the other in the machine.
    public boolean overlaps(Share other) {
        return (guestPath + "/").startsWith(other.guestPath + "/")
                || (other.guestPath + "/").startsWith(guestPath + "/");
    }
}
