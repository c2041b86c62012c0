package io.quayside.engine.credential;

/// A login that is kept, without its secret.
///
/// @param server the registry, see [RegistryServer]
/// @param username the user's name; `<token>` for a token, empty if it can't be told
/// @param keptBy the program that keeps it, such as `docker-credential-pass`; empty if it stands in docker's file,
/// where
///     whoever can read the file can read it
/// @param problem why it can't be used, or empty
public record StoredLogin(String server, String username, String keptBy, String problem) {

    /// Whether it stands in docker's file.
    public boolean isInFile() {
        return keptBy.isEmpty();
    }
}
