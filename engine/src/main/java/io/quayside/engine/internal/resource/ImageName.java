package io.quayside.engine.internal.resource;

/// A reference in the two parts that calls take.
///
/// @param repository the name up to tag or digest
/// @param version the tag, or the digest with its algorithm in front
record ImageName(String repository, String version) {

    static ImageName of(String reference) {
        int at = reference.indexOf('@');
        if (at >= 0) {
            return new ImageName(withoutTag(reference.substring(0, at)), reference.substring(at + 1));
        }
        String repository = withoutTag(reference);
        return new ImageName(
                repository,
                repository.length() == reference.length() ? "latest" : reference.substring(repository.length() + 1));
    }

    /// A colon before the last slash belongs to the registry's port.
    private static String withoutTag(String name) {
        int colon = name.lastIndexOf(':');
        return colon > name.lastIndexOf('/') ? name.substring(0, colon) : name;
    }
}
