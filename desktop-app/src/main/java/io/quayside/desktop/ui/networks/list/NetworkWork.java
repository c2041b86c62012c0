package io.quayside.desktop.ui.networks.list;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.model.EndpointSettings;
import io.quayside.engine.model.NetworkSpec;
import java.util.List;
import java.util.function.Consumer;

/// What is done with networks, each as a task. FX thread.
public final class NetworkWork {
    private static final String PAGE = "networks";

    private final ContainersParts parts;

    public NetworkWork(ContainersParts parts) {
        this.parts = parts;
    }

    /// @param done is handed the id of the new network
    public void create(NetworkSpec spec, String name, Consumer<String> done, Consumer<Problem> failed) {
        parts.tasks()
                .task("Creating network " + name)
                .doneTitle("Created network " + name)
                .kind(TaskKind.NETWORK)
                .location(PAGE)
                .brief()
                .explain(failure -> parts.problems().map(failure, new Attempt("create network", name)))
                .onFailure(failed)
                .start(context -> parts.connected().networks().create(spec).id(), done);
    }

    /// Puts a container into a network.
    public void connect(
            NetworkLine network,
            String id,
            String name,
            EndpointSettings place,
            Runnable done,
            Consumer<Problem> failed) {
        parts.tasks()
                .task("Connecting " + name + " to " + network.name())
                .doneTitle("Connected " + name + " to " + network.name())
                .kind(TaskKind.NETWORK)
                .location(PAGE)
                .brief()
                .explain(failure ->
                        parts.problems().map(failure, new Attempt("connect", name + " to " + network.name())))
                .onFailure(failed)
                .start(
                        context -> {
                            parts.connected().networks().connect(network.id(), id, place);
                            return id;
                        },
                        ignored -> done.run());
    }

    /// Takes a container out of a network.
    public void disconnect(
            NetworkLine network, NetworkMember member, boolean force, Runnable ended, Consumer<Problem> failed) {
        parts.tasks()
                .task("Disconnecting " + member.name() + " from " + network.name())
                .doneTitle("Disconnected " + member.name() + " from " + network.name())
                .kind(TaskKind.NETWORK)
                .location(PAGE)
                .brief()
                .explain(failure -> parts.problems()
                        .map(failure, new Attempt("disconnect", member.name() + " from " + network.name())))
                .onFailure(failed)
                .onEnd(ended)
                .start(context -> {
                    parts.connected().networks().disconnect(network.id(), member.id(), force);
                    return member;
                });
    }

    /// Deletes a network, after taking these containers out of it.
    void delete(NetworkLine network, List<NetworkMember> first, Runnable ended, Consumer<Problem> failed) {
        parts.tasks()
                .task("Deleting network " + network.name())
                .doneTitle("Deleted network " + network.name())
                .kind(TaskKind.NETWORK)
                .location(PAGE)
                .brief()
                .explain(failure -> parts.problems().map(failure, new Attempt("delete network", network.name())))
                .onFailure(failed)
                .onEnd(ended)
                .start(context -> {
                    remove(parts.connected(), network, first);
                    return network;
                });
    }

    private static void remove(Engine engine, NetworkLine network, List<NetworkMember> first) throws EngineException {
        for (NetworkMember member : first) {
            engine.networks().disconnect(network.id(), member.id(), true);
        }
        try {
            engine.networks().remove(network.id());
        } catch (NotFoundException gone) {
            // Somebody else deleted it: it is as it should be.
            assert gone.status().isPresent();
        }
    }
}
