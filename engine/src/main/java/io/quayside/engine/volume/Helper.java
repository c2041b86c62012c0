package io.quayside.engine.volume;

import io.quayside.engine.Engine;
import io.quayside.engine.error.ConflictException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.CreateOptions;
import io.quayside.engine.model.HostConfig;
import io.quayside.engine.model.ImportSpec;
import io.quayside.engine.model.RemoveOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A container of an empty image, created with a volume mounted and never started, so that the engine's archive calls
/// reach the volume. It needs no registry, and no program of anybody runs. Closing removes it, and the image when
/// nobody
/// else uses that; what is left of an app that died is removed by the next one that opens.
///
/// Any thread; one at a time. Which are open is known to all threads.
public final class Helper implements AutoCloseable {
    /// Where the volume is in the container.
    public static final String MOUNT = "/volume";

    /// What marks the container and its image. The value of the container's says whose it is.
    public static final String LABEL = "io.quayside.helper";

    private static final Logger LOG = LoggerFactory.getLogger(Helper.class);
    private static final String REPOSITORY = "quayside/helper";
    private static final String TAG = "1";
    /// Another app may remove the image between making it and using it.
    private static final int ATTEMPTS = 4;

    /// An archive of nothing: two records of zeros.
    private static final byte[] NOTHING = new byte[1024];

    private static final Set<Helper> OPEN = ConcurrentHashMap.newKeySet();

    private final Engine engine;
    private final String name;

    private Helper(Engine engine, String name) {
        this.engine = engine;
        this.name = name;
    }

    /// Mounts a volume, which has to be there: the engine would make one that isn't.
    ///
    /// @param readOnly whether nothing is to be written to it
    public static Helper open(Engine engine, String volume, boolean readOnly) throws EngineException {
        engine.volumes().inspect(volume);
        HelperOwner.removeLeftovers(engine);
        Helper helper = make(engine, List.of(volume + ":" + MOUNT + (readOnly ? ":ro" : "")), Map.of());
        OPEN.add(helper);
        return helper;
    }

    /// One without a volume: it says something to the next app, should this one end before it is closed.
    ///
    /// @param labels what it says
    static Helper mark(Engine engine, Map<String, String> labels) throws EngineException {
        return make(engine, List.of(), labels);
    }

    private static Helper make(Engine engine, List<String> binds, Map<String, String> labels) throws EngineException {
        // Known before it is there, so that it is found when this is cancelled in between.
        Helper helper = new Helper(engine, "quayside-" + UUID.randomUUID());
        boolean made = false;
        try {
            helper.create(binds, labels);
            made = true;
            return helper;
        } finally {
            if (!made) {
                helper.close();
            }
        }
    }

    private void create(List<String> binds, Map<String, String> more) throws EngineException {
        Map<String, String> labels = new HashMap<>(more);
        labels.put(LABEL, HelperOwner.own());
        ContainerSpec plain = ContainerSpec.of(REPOSITORY + ":" + TAG, "none");
        HostConfig host = plain.hostConfig();
        ContainerSpec spec = plain.with(
                        plain.config().toBuilder().labels(labels).build())
                .with(host.toBuilder()
                        .storage(host.storage().toBuilder().binds(binds).build())
                        .build());
        for (int attempt = 1; ; attempt++) {
            try {
                engine.containers().create(spec, CreateOptions.named(name));
                return;
            } catch (NotFoundException noImage) {
                if (attempt == ATTEMPTS) {
                    throw noImage;
                }
                ImportSpec image = new ImportSpec(
                        REPOSITORY, TAG, "Quayside reads volumes through it", "", List.of("LABEL " + LABEL + "=image"));
                engine.images().importImage(image, out -> out.write(NOTHING));
            }
        }
    }

    /// The container, by the name it has.
    public String container() {
        return name;
    }

    /// Closes all that are open, before the program ends: volumes of what is left behind can't be deleted.
    public static void closeAll() {
        OPEN.forEach(Helper::close);
    }

    /// Removes the container, also when the thread was interrupted, which would end the call.
    @Override
    public void close() {
        OPEN.remove(this);
        Undisturbed.remove(engine, name, new RemoveOptions(true, false, false));
        try {
            Undisturbed.run(() -> engine.images().remove(REPOSITORY + ":" + TAG, false, false));
        } catch (NotFoundException | ConflictException e) {
            LOG.debug("The image of helper containers is gone, or another one uses it");
        } catch (EngineException e) {
            LOG.info("The image of helper containers couldn't be deleted", e);
        }
    }
}
