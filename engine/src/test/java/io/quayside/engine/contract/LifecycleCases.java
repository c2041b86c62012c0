package io.quayside.engine.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.quayside.engine.error.BadRequestException;
import io.quayside.engine.error.CancelledException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.error.RefusedException;
import io.quayside.engine.model.ContainerDetails;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.ContainerState;
import io.quayside.engine.model.ContainerUpdate;
import io.quayside.engine.model.CreateOptions;
import io.quayside.engine.model.Filters;
import io.quayside.engine.model.PruneReport;
import io.quayside.engine.model.RemoveOptions;
import io.quayside.engine.model.Resources;
import io.quayside.engine.model.RestartPolicy;
import io.quayside.engine.model.StopOptions;
import io.quayside.engine.model.WaitCondition;
import io.quayside.engine.model.WaitResult;
import io.quayside.engine.resource.Containers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What can be done to a container.
public interface LifecycleCases extends ContractCase {

    private Containers containers() {
        return fixture().engine().containers();
    }

    private ContainerState stateOf(String id) throws Exception {
        return containers().inspect(id).condition().state();
    }

    @Test
    default void createdContainerDoesntRun() throws Exception {
        String id = fixture().create(EngineFixture.shell("true"));

        ContainerDetails details = containers().inspect(id);

        assertEquals(ContainerState.CREATED, details.condition().state());
        assertEquals(Optional.empty(), details.condition().startedAt());
        assertEquals(Optional.empty(), details.condition().finishedAt());
        assertTrue(details.created().isPresent());
    }

    @Test
    default void creatingFromAMissingImageIsNotFound() {
        assertThrows(
                NotFoundException.class,
                () -> containers().create(ContainerSpec.of("localhost/quayside-nothing:1"), CreateOptions.unnamed()));
    }

    @Test
    default void takenNameIsAConflict() throws Exception {
        String name = containers()
                .inspect(fixture().create(EngineFixture.shell("true")))
                .name();

        RefusedException e = assertThrows(
                RefusedException.class,
                () -> containers().create(EngineFixture.shell("true"), CreateOptions.named(name)));

        assertTrue(e.engineMessage().orElse("").contains(name), e::toString);
        assertEquals(fixture().isPodman() ? 500 : 409, e.status().orElseThrow());
    }

    @Test
    default void startingTwiceChangesNothing() throws Exception {
        String id = fixture().create(EngineFixture.shell(EngineFixture.OBEDIENT));

        assertTrue(containers().start(id));
        assertFalse(containers().start(id));
        assertEquals(ContainerState.RUNNING, stateOf(id));
    }

    @Test
    default void stopAsksFirst() throws Exception {
        String id = fixture().startReady(EngineFixture.shell(EngineFixture.OBEDIENT));

        assertTrue(containers().stop(id, StopOptions.within(Duration.ofSeconds(20))));

        ContainerDetails details = containers().inspect(id);
        assertEquals(ContainerState.EXITED, details.condition().state());
        assertEquals(7, details.condition().exitCode());
        assertTrue(details.condition().finishedAt().isPresent());
        assertFalse(containers().stop(id, StopOptions.defaults()));
    }

    @Test
    default void stopKillsWhenTheTimeIsUp() throws Exception {
        String id = fixture().startReady(EngineFixture.shell(EngineFixture.STUBBORN));

        containers().stop(id, StopOptions.within(Duration.ofMillis(300)));

        assertEquals(137, containers().inspect(id).condition().exitCode());
    }

    @Test
    default void stopBySignalNeedsANewEngine() throws Exception {
        String id = fixture()
                .startReady(EngineFixture.shell("trap 'exit 9' USR1; echo ready; while :; do sleep 1 & wait; done"));
        StopOptions options = new StopOptions(Optional.of(Duration.ofSeconds(20)), Optional.of("SIGUSR1"));

        if (fixture().engine().apiVersion().atLeast(1, 42)) {
            containers().stop(id, options);
            assertEquals(9, containers().inspect(id).condition().exitCode());
        } else {
            assertThrows(BadRequestException.class, () -> containers().stop(id, options));
        }
    }

    @Test
    default void restartStartsAnew() throws Exception {
        String id = fixture().startReady(EngineFixture.shell(EngineFixture.OBEDIENT));
        Instant first = containers().inspect(id).condition().startedAt().orElseThrow();

        containers().restart(id, StopOptions.within(Duration.ofSeconds(20)));

        ContainerDetails details = containers().inspect(id);
        assertEquals(ContainerState.RUNNING, details.condition().state());
        assertTrue(details.condition().startedAt().orElseThrow().isAfter(first));
    }

    @Test
    default void killSendsTheSignal() throws Exception {
        String id = fixture().startReady(EngineFixture.shell(EngineFixture.OBEDIENT));

        containers().kill(id, "SIGTERM");

        assertEquals(new WaitResult(7, ""), containers().waitFor(id, WaitCondition.NOT_RUNNING));
    }

    @Test
    default void killingAStoppedContainerIsAConflict() throws Exception {
        String id = fixture().run(EngineFixture.shell("true"));

        RefusedException e =
                assertThrows(RefusedException.class, () -> containers().kill(id, "SIGKILL"));
        assertEquals(fixture().isPodman() ? 500 : 409, e.status().orElseThrow());
    }

    @Test
    default void pauseFreezesAndUnpauseLetsGo() throws Exception {
        String id = fixture().startReady(EngineFixture.shell(EngineFixture.OBEDIENT));

        containers().pause(id);
        assertEquals(ContainerState.PAUSED, stateOf(id));

        containers().unpause(id);
        assertEquals(ContainerState.RUNNING, stateOf(id));
    }

    @Test
    default void renameChangesTheName() throws Exception {
        String id = fixture().create(EngineFixture.shell("true"));
        String name = fixture().newName("renamed");

        containers().rename(id, name);

        assertEquals(name, containers().inspect(id).name());
        assertEquals(id, containers().inspect(name).id());
    }

    @Test
    default void updateChangesLimitsAndRestartPolicy() throws Exception {
        assumeFalse(
                fixture().isPodman()
                        && fixture().engine().system().version().version().startsWith("4"),
                "Podman has this call since version 5");
        String id = fixture().startReady(EngineFixture.shell(EngineFixture.OBEDIENT));

        containers()
                .update(
                        id,
                        new ContainerUpdate(
                                Resources.builder()
                                        .memory(64 << 20)
                                        .memorySwap(64 << 20)
                                        .build(),
                                Optional.of(new RestartPolicy("on-failure", 3))));

        ContainerDetails details = containers().inspect(id);
        assertEquals(64 << 20, details.hostConfig().resources().memory());
        assertEquals(new RestartPolicy("on-failure", 3), details.hostConfig().restartPolicy());
    }

    @Test
    default void runningContainerIsRemovedOnlyByForce() throws Exception {
        String id = fixture().startReady(EngineFixture.shell(EngineFixture.STUBBORN));

        RefusedException e =
                assertThrows(RefusedException.class, () -> containers().remove(id, RemoveOptions.plain()));
        assertEquals(fixture().isPodman() ? 500 : 409, e.status().orElseThrow());

        containers().remove(id, RemoveOptions.withEverything());
        assertThrows(NotFoundException.class, () -> containers().inspect(id));
        assertThrows(NotFoundException.class, () -> containers().start(id));
    }

    @Test
    default void removeTakesAnonymousVolumesAlong() throws Exception {
        String id = fixture().create(EngineFixture.shell("true", config -> config.volumes(Set.of("/data"))));
        String volume = containers().inspect(id).mounts().getFirst().name();
        assertEquals(volume, fixture().engine().volumes().inspect(volume).name());

        containers().remove(id, new RemoveOptions(false, true, false));

        assertThrows(NotFoundException.class, () -> fixture().engine().volumes().inspect(volume));
    }

    @Test
    default void waitGivesTheExitCode() throws Exception {
        String id = fixture().start(EngineFixture.shell("exit 42"));

        assertEquals(new WaitResult(42, ""), containers().waitFor(id, WaitCondition.NOT_RUNNING));
        assertEquals(new WaitResult(42, ""), containers().waitFor(id, WaitCondition.NOT_RUNNING));
    }

    @Test
    default void waitForTheNextExitWaitsForAStoppedContainer() throws Exception {
        String id = fixture().run(EngineFixture.shell("exit 42"));
        Threads.Running<WaitResult> waiting =
                Threads.startBlocked(() -> containers().waitFor(id, WaitCondition.NEXT_EXIT));

        assertFalse(waiting.task().isDone());
        waiting.thread().interrupt();

        assertThrows(CancelledException.class, waiting::result);
    }

    @Test
    default void waitEndsWhenInterrupted() throws Exception {
        String id = fixture().startReady(EngineFixture.shell(EngineFixture.OBEDIENT));
        Threads.Running<WaitResult> waiting =
                Threads.startBlocked(() -> containers().waitFor(id, WaitCondition.NOT_RUNNING));

        waiting.thread().interrupt();

        assertThrows(CancelledException.class, waiting::result);
    }

    @Test
    default void pruneRemovesTheStoppedOnesThatMatch() throws Exception {
        String label = fixture().newName("prune");
        String stopped = fixture().run(EngineFixture.shell("true", config -> config.labels(Map.of(label, "1"))));
        String other = fixture().run(EngineFixture.shell("true"));

        PruneReport report = containers().prune(Filters.of("label", label));

        assertEquals(List.of(stopped), report.removed());
        assertEquals(other, containers().inspect(other).id());
    }

    @Test
    default void badIdsAreRefusedBeforeTheyAreSent() {
        assertThrows(BadRequestException.class, () -> containers().inspect("../info"));
        assertThrows(BadRequestException.class, () -> containers().remove("", RemoveOptions.plain()));
    }
}
