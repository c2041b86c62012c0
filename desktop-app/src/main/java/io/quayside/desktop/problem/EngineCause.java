package io.quayside.desktop.problem;

/// A cause that an engine's words prove.
public sealed interface EngineCause {
    /// The host port that a container wants is taken.
    ///
    /// @param port 0 if the message doesn't say which
    record PortTaken(int port) implements EngineCause {}

    /// A container has that name already.
    ///
    /// @param holderId the id of the container that has it
    record NameTaken(String name, String holderId) implements EngineCause {}

    /// Another network has the address range that one was to get, or a part of it.
    ///
    /// @param network the name of the one that couldn't be made, empty if the message doesn't say it
    record RangeTaken(String network) implements EngineCause {}

    /// No registry has the image, or it is private.
    ///
    /// @param reference empty if the message doesn't say which
    record ImageMissing(String reference) implements EngineCause {}

    /// The registry wants a login, or doesn't take the one that it got.
    record LoginNeeded() implements EngineCause {}

    /// The registry allows no more pulls for now.
    record RateLimited() implements EngineCause {}

    /// The engine doesn't trust the certificate of a registry.
    ///
    /// @param host as in its address
    record RegistryUntrusted(String host) implements EngineCause {}

    /// A registry encrypts nothing, and the engine wasn't told that it may talk to it so.
    ///
    /// @param host as in its address
    record RegistryUnencrypted(String host) implements EngineCause {}

    /// The engine doesn't reach a registry.
    ///
    /// @param host as in its address
    /// @param why in words
    record RegistryUnreachable(String host, String why) implements EngineCause {}

    /// The engine's disk is full.
    record DiskFull() implements EngineCause {}

    /// The program in the image is for another processor.
    record WrongArchitecture() implements EngineCause {}

    /// The engine may not see a folder of this computer.
    record MountDenied(String path) implements EngineCause {}

    /// The command is not in the image.
    record CommandMissing(String command) implements EngineCause {}

    /// Something still uses the object.
    record InUse() implements EngineCause {}

    /// Somebody removes the object already.
    record AlreadyRemoving() implements EngineCause {}

    /// The cause in about four words, for a row: "Port 5432 is in use".
    default String brief() {
        return switch (this) {
            case PortTaken(int port) -> port == 0 ? "A port is in use" : "Port " + port + " is in use";
            case NameTaken ignored -> "The name is taken";
            case RangeTaken ignored -> "Addresses are taken";
            case ImageMissing ignored -> "The image is missing";
            case LoginNeeded ignored -> "Not signed in";
            case RateLimited ignored -> "Registry limit reached";
            case RegistryUntrusted ignored -> "Registry not trusted";
            case RegistryUnencrypted ignored -> "Registry doesn’t encrypt";
            case RegistryUnreachable ignored -> "Registry can’t be reached";
            case DiskFull ignored -> "The disk is full";
            case WrongArchitecture ignored -> "Wrong processor type";
            case MountDenied ignored -> "Folder can't be mounted";
            case CommandMissing ignored -> "Command not found";
            case InUse ignored -> "Still in use";
            case AlreadyRemoving ignored -> "Is being deleted";
        };
    }
}
