package io.quayside.desktop.ui.registries;

/// One registry as its row shows it. What helpers and registries say is untrusted text.
///
/// @param server the registry as logins name it
/// @param title its name for people
/// @param note what it is there for, or what is here of it
/// @param address host and port, or "–" for the engine's default
/// @param encrypted whether the engine would insist on TLS
/// @param user who is signed in, or that nobody is
/// @param userNote where that login is kept, or why it can't be used
/// @param signedIn whether there is a login
/// @param byEngine whether the engine's own settings name it
/// @param used when it was used last, "Never"
record RegistryRow(
        String server,
        String title,
        String note,
        String address,
        boolean encrypted,
        String user,
        String userNote,
        boolean signedIn,
        boolean byEngine,
        String used) {
    /// The same, used last then.
    RegistryRow used(String words) {
        return new RegistryRow(server, title, note, address, encrypted, user, userNote, signedIn, byEngine, words);
    }
}
