package io.quayside.engine.files;

/// The head of one thing in a tar archive. Names have the escapes of [FileEntry#name()].
///
/// @param name path in the archive, as it stands there: it may be absolute, climb or be empty
/// @param kind what it is
/// @param size bytes of content that follow
/// @param mode permissions
/// @param uid its user
/// @param gid its group
/// @param modified in seconds since 1970
/// @param linkName what a link of either kind leads to
/// @param isHardLink another name for the content of `linkName`
public record TarEntry(
        String name,
        FileKind kind,
        long size,
        int mode,
        long uid,
        long gid,
        long modified,
        String linkName,
        boolean isHardLink) {}
