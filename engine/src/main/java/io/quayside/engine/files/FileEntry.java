package io.quayside.engine.files;

/// One name in a folder of a container.
///
/// @param name as the container has it. Bytes that aren't UTF-8 are lone surrogates in it, so that every name can be
///     told apart and handed back; it may hold anything else but a slash
/// @param size bytes of a file
/// @param mode permission bits with set-uid, set-gid and sticky, in their usual order
/// @param uid the owner's number in the container, or [#UNKNOWN]
/// @param gid the group's number, or [#UNKNOWN]
/// @param modified seconds since 1970
/// @param target where a link leads, as it is written in it; empty for other kinds
public record FileEntry(
        String name, FileKind kind, long size, int mode, long uid, long gid, long modified, String target) {

    /// The number of an owner that the engine doesn't tell.
    public static final long UNKNOWN = -1;

    /// Whether the engine has said whom it belongs to.
    public boolean isOwnerKnown() {
        return uid != UNKNOWN && gid != UNKNOWN;
    }

    FileEntry ownedBy(Owners.Owner owner) {
        return new FileEntry(name, kind, size, mode, owner.uid(), owner.gid(), modified, target);
    }

    /// Whether it has things in it.
    public boolean isFolder() {
        return kind == FileKind.FOLDER;
    }

    /// As `ls` writes the mode, without the letter of the kind: `rwxr-xr-x`.
    public String modeText() {
        StringBuilder text = new StringBuilder();
        for (int who = 6; who >= 0; who -= 3) {
            int bits = mode >> who;
            text.append((bits & 4) != 0 ? 'r' : '-').append((bits & 2) != 0 ? 'w' : '-');
            boolean runs = (bits & 1) != 0;
            boolean special = (mode & (who == 6 ? 04000 : who == 3 ? 02000 : 01000)) != 0;
            char letter = who == 0 ? 't' : 's';
            text.append(special ? (runs ? letter : Character.toUpperCase(letter)) : runs ? 'x' : '-');
        }
        return text.toString();
    }
}
