package io.quayside.engine.recreate;

import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.model.ContainerConfig;
import io.quayside.engine.model.ContainerDetails;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.EndpointSettings;
import io.quayside.engine.model.ImageDetails;
import io.quayside.engine.run.ContainerPlan;
import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunSpec;
import io.quayside.engine.run.RunSurroundings;
import io.quayside.engine.run.RunValueException;
import io.quayside.engine.run.SpecWriter;
import java.util.Map;
import java.util.function.UnaryOperator;

/// A container as it is, to be changed. What was asked for and can't be said in a `docker run` line stays as it is.
public final class ContainerEdit {
    private final ContainerDetails details;
    private final ContainerConfig image;
    private final RunSpec line;
    private final boolean sameImage;

    private ContainerEdit(ContainerDetails details, ContainerConfig image, boolean sameImage) {
        this.details = details;
        this.image = image;
        this.line = SpecWriter.write(details, image);
        this.sameImage = sameImage;
    }

    /// Looks at a container and its image.
    public static ContainerEdit of(Engine engine, String id) throws EngineException {
        ContainerDetails details = engine.containers().inspect(id);
        ContainerConfig image;
        try {
            image = engine.images().inspect(details.imageId()).config();
        } catch (NotFoundException e) {
            image = ContainerConfig.builder().build();
        }
        return new ContainerEdit(details, image, namesSameImage(engine, details));
    }

    /// The name that it was made from may belong to a newer image by now.
    private static boolean namesSameImage(Engine engine, ContainerDetails details) throws EngineException {
        try {
            ImageDetails now = engine.images().inspect(details.config().image());
            return now.id().equals(details.imageId());
        } catch (NotFoundException e) {
            return false;
        }
    }

    public ContainerDetails details() {
        return details;
    }

    /// What the container's image says by itself.
    public ContainerConfig image() {
        return image;
    }

    /// The line that makes such a container.
    public RunSpec line() {
        return line;
    }

    /// Whether the image's name still stands for the image that the container has.
    public boolean hasNewestImage() {
        return sameImage;
    }

    /// What has to be done for the container to be as another line says.
    public Change to(RunSpec wanted, RunSurroundings surroundings) throws RunValueException {
        ContainerSpec old = wishes();
        ContainerSpec part = ContainerPlan.of(line, surroundings).spec();
        ContainerSpec changed = ContainerPlan.of(wanted, surroundings).spec();
        return change(
                SpecMerge.merge(old, NetworkPlaces.listed(part, old), NetworkPlaces.listed(changed, old)),
                wanted.value(RunFlag.NAME).orElse(details.name()));
    }

    /// The same for a change of what was asked for.
    public Change to(UnaryOperator<ContainerSpec> change) {
        return change(change.apply(wishes()), details.name());
    }

    /// The same on another image, or on what its name stands for now.
    public Change onImage(String reference) {
        ContainerSpec old = wishes();
        return new Change(
                this, old, old.with(old.config().toBuilder().image(reference).build()), details.name(), true, false);
    }

    private Change change(ContainerSpec changed, String name) {
        ContainerSpec old = wishes();
        ContainerSpec wanted = SpecMerge.withSwapFollowing(old, changed);
        boolean otherImage = !wanted.config().image().equals(old.config().image());
        return new Change(this, old, wanted, name, otherImage, !wanted.equals(old));
    }

    private ContainerSpec wishes() {
        return Wishes.of(details, image);
    }

    /// A change that is not made yet.
    public static final class Change {
        private final ContainerEdit edit;
        private final ContainerSpec wanted;
        private final String name;
        private final boolean otherImage;
        private final boolean edited;
        private final LiveChange live;

        /// @param edited whether more than what the image's name stands for is another
        Change(
                ContainerEdit edit,
                ContainerSpec old,
                ContainerSpec wanted,
                String name,
                boolean otherImage,
                boolean edited) {
            this.edit = edit;
            this.wanted = wanted;
            this.name = name;
            this.otherImage = otherImage;
            this.edited = edited;
            this.live = LiveChange.between(old, wanted);
        }

        /// What the container is then made from.
        public ContainerSpec wanted() {
            return wanted;
        }

        /// Whether there is nothing to do.
        public boolean isNothing() {
            return !needsNew() && !hasLive();
        }

        /// Whether something can be changed in the container as it is.
        public boolean hasLive() {
            return live.update().isPresent()
                    || !live.leave().isEmpty()
                    || !live.join().isEmpty()
                    || renames();
        }

        /// Whether a new container is needed.
        public boolean needsNew() {
            return live.needsNew() || otherImage;
        }

        /// Whether the container leaves a network, by which connections over it end.
        public boolean leavesNetworks() {
            return !live.leave().isEmpty();
        }

        private boolean renames() {
            return !name.equals(edit.details.name());
        }

        /// Makes what can be changed in the container as it is. When a part of it fails, the parts before are undone.
        public void applyLive(Engine engine) throws EngineException {
            String id = edit.details.id();
            try (UndoSteps undo = new UndoSteps()) {
                if (renames()) {
                    undo.take(
                            () -> engine.containers().rename(id, name),
                            () -> engine.containers().rename(id, edit.details.name()));
                }
                for (String network : live.leave()) {
                    EndpointSettings before = edit.wishes().networks().get(network);
                    undo.take(() -> engine.networks().disconnect(network, id), () -> {
                        if (before != null) {
                            engine.networks().connect(network, id, before);
                        }
                    });
                }
                for (Map.Entry<String, EndpointSettings> network : live.join().entrySet()) {
                    undo.take(
                            () -> engine.networks().connect(network.getKey(), id, network.getValue()),
                            () -> engine.networks().disconnect(network.getKey(), id));
                }
                if (live.update().isPresent()) {
                    engine.containers().update(id, live.update().get());
                }
                undo.keep();
            }
        }

        /// Makes a new container with all of it.
        ///
        /// @param start whether it is started even though the old one doesn't run
        public Replacement recreate(Engine engine, boolean start) throws EngineException {
            ContainerSpec spec = otherImage || edit.sameImage
                    ? wanted
                    : wanted.with(wanted.config().toBuilder()
                            .image(edit.details.imageId())
                            .build());
            ContainerSpec asked = NetworkPlaces.asked(spec);
            return new Recreation(engine).replace(edit.details, edited ? EditedLabel.put(asked) : asked, name, start);
        }
    }
}
