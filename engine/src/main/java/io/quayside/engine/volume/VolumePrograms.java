package io.quayside.engine.volume;

import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.error.NotPossibleException;
import io.quayside.engine.files.ContainerFileSystem;
import io.quayside.engine.files.FileActionException;
import io.quayside.engine.files.MountMarks;
import io.quayside.engine.model.ContainerConfig;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.CreateOptions;
import io.quayside.engine.model.HostConfig;
import io.quayside.engine.model.NetworkingSettings;
import io.quayside.engine.model.RemoveOptions;
import io.quayside.engine.model.StorageSettings;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What only a program can do with the files of a volume that no running container has: the Engine API reads and writes
/// archives, and neither deletes nor renames. A container of an image that somebody chose runs for as long as the work
/// takes, as root, without a network, with nothing but the volume.
///
/// Any thread; blocks.
public final class VolumePrograms {
    /// What is to be done, with paths below [Helper#MOUNT].
    public interface Work {
        void run(ContainerFileSystem files) throws EngineException, IOException, FileActionException;
    }

    private VolumePrograms() {}

    /// Does it.
    ///
    /// @param image has `sh`, `rm` and `mv`; nothing is pulled
    /// @throws NotPossibleException if the image isn't on the engine
    public static void run(Engine engine, String volume, String image, InstantSource clock, Work work)
            throws EngineException, IOException, FileActionException {
        engine.volumes().inspect(volume);
        HelperOwner.removeLeftovers(engine);
        // Known before it is there, so that it is found when this is cancelled in between.
        String name = "quayside-" + UUID.randomUUID();
        try {
            create(engine, name, volume, image);
            engine.containers().start(name);
            MountMarks mounts = MountMarks.of(engine.containers().inspect(name));
            work.run(new ContainerFileSystem(engine, name, true, mounts, clock));
        } finally {
            Undisturbed.remove(engine, name, new RemoveOptions(true, false, false));
        }
    }

    /// A shell that waits for input which never comes.
    private static void create(Engine engine, String name, String volume, String image) throws EngineException {
        ContainerConfig config = ContainerConfig.builder()
                .image(image)
                .entrypoint(Optional.of(List.of("sh")))
                .cmd(Optional.of(List.of()))
                .user("0")
                .tty(true)
                .openStdin(true)
                .labels(Map.of(Helper.LABEL, HelperOwner.own()))
                .build();
        HostConfig host = HostConfig.builder()
                .storage(StorageSettings.builder()
                        .binds(List.of(volume + ":" + Helper.MOUNT))
                        .build())
                .networking(NetworkingSettings.builder().mode("none").build())
                .build();
        try {
            engine.containers().create(new ContainerSpec(config, host, Map.of()), CreateOptions.named(name));
        } catch (NotFoundException e) {
            throw new NotPossibleException(
                    "The image " + image + " is not on this engine. Pull it first, or take another.");
        }
    }
}
