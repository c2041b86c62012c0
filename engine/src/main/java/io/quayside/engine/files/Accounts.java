package io.quayside.engine.files;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.internal.codec.RawText;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// The names of users and groups of a container, from its own files. Immutable.
public final class Accounts {
    private static final int MOST = 1024 * 1024;

    private final Map<Long, String> users = new HashMap<>();
    private final Map<Long, String> groups = new HashMap<>();

    private Accounts() {}

    /// None: numbers stay numbers.
    public static Accounts none() {
        return new Accounts();
    }

    /// Those of a container; an image may have none.
    public static Accounts of(ContainerFileSystem files) throws EngineException, IOException {
        Accounts accounts = new Accounts();
        read(files, "/etc/passwd", accounts.users);
        read(files, "/etc/group", accounts.groups);
        return accounts;
    }

    private static void read(ContainerFileSystem files, String path, Map<Long, String> into)
            throws EngineException, IOException {
        try {
            String text = RawText.of(files.read(path, MOST).bytes());
            for (String line : text.split("\n")) {
                String[] fields = line.split(":", 4);
                if (fields.length >= 3 && fields[2].matches("\\d{1,10}")) {
                    into.putIfAbsent(Long.parseLong(fields[2]), fields[0]);
                }
            }
        } catch (NotFoundException | FileActionException none) {
            into.clear();
        }
    }

    /// The user's name, or its number.
    public String user(long uid) {
        return users.getOrDefault(uid, Long.toString(uid));
    }

    /// The group's name, or its number.
    public String group(long gid) {
        return groups.getOrDefault(gid, Long.toString(gid));
    }
}
