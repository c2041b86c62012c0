package io.quayside.engine.volume;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the data of a volume of the driver `local` is, as its options say it. Nothing here asks the engine: what a
/// form
/// names may not be there, which shows when a container starts with the volume.
public sealed interface VolumeForm {

    /// The options of the driver.
    Map<String, String> options();

    /// What is wrong with it, in words.
    Optional<String> fault();

    /// On the engine's own disk.
    record Plain() implements VolumeForm {
        @Override
        public Map<String, String> options() {
            return Map.of();
        }

        @Override
        public Optional<String> fault() {
            return Optional.empty();
        }
    }

    /// In memory, gone when the last container with it stops.
    ///
    /// @param size such as `100m`, or empty for half of the memory
    record Memory(String size) implements VolumeForm {
        @Override
        public Map<String, String> options() {
            return mount("tmpfs", "tmpfs", size.isEmpty() ? List.of() : List.of("size=" + size));
        }

        @Override
        public Optional<String> fault() {
            return size.isEmpty() || size.matches("[1-9][0-9]*[kmgKMG]?")
                    ? Optional.empty()
                    : Optional.of("A size is a number with k, m or g: 100m.");
        }
    }

    /// A folder of the engine's machine.
    record Folder(String path) implements VolumeForm {
        @Override
        public Map<String, String> options() {
            return mount("none", path, List.of("bind"));
        }

        @Override
        public Optional<String> fault() {
            return path.startsWith("/")
                    ? Optional.empty()
                    : Optional.of("The folder is a whole path on the engine's machine: /srv/data.");
        }
    }

    /// A folder that another computer shares by NFS.
    ///
    /// @param path of the folder there
    /// @param more further options of the mount, such as `nfsvers=4,soft`
    record Nfs(String server, String path, String more) implements VolumeForm {
        @Override
        public Map<String, String> options() {
            return mount("nfs", ":" + path, with(List.of("addr=" + server), more));
        }

        @Override
        public Optional<String> fault() {
            if (isNoHost(server)) {
                return Optional.of("The server is a name or an address: 192.168.1.20.");
            }
            return path.startsWith("/") ? Optional.empty() : Optional.of("The path there begins with /: /export/data.");
        }
    }

    /// A folder that a Windows computer or Samba shares.
    ///
    /// @param share name of the share, and a folder in it if wanted
    /// @param password readable for everybody who may ask the engine
    /// @param more further options of the mount, such as `vers=3.0,uid=1000`
    record Cifs(String server, String share, String user, String password, String more) implements VolumeForm {
        @Override
        public Map<String, String> options() {
            List<String> options = new ArrayList<>(List.of("addr=" + server));
            options.add(user.isEmpty() ? "guest" : "username=" + user);
            if (!user.isEmpty()) {
                options.add("password=" + password);
            }
            return mount("cifs", "//" + server + "/" + share, with(options, more));
        }

        @Override
        public Optional<String> fault() {
            if (isNoHost(server)) {
                return Optional.of("The server is a name or an address: 192.168.1.20.");
            }
            if (share.isBlank() || share.startsWith("/")) {
                return Optional.of("The share is its name without slashes before it: data.");
            }
            return user.contains(",") || password.contains(",")
                    ? Optional.of("User and password can't have commas: the mount takes its options apart there.")
                    : Optional.empty();
        }

        /// Without the password, which must not get into logs.
        @Override
        public String toString() {
            return "Cifs[//" + server + "/" + share + "]";
        }
    }

    private static boolean isNoHost(String server) {
        return server.isBlank() || server.matches(".*[\\s,/].*");
    }

    private static List<String> with(List<String> options, String more) {
        List<String> all = new ArrayList<>(options);
        if (!more.isBlank()) {
            all.add(more.strip());
        }
        return all;
    }

    private static Map<String, String> mount(String type, String device, List<String> options) {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("type", type);
        map.put("device", device);
        if (!options.isEmpty()) {
            map.put("o", String.join(",", options));
        }
        return map;
    }
}
