package io.quayside.vm.boot;

import io.quayside.engine.EngineFactory;
import io.quayside.engine.contract.EngineFixture;
import io.quayside.engine.contract.ExecCases;
import io.quayside.engine.contract.FileCases;
import io.quayside.engine.contract.ImageCases;
import io.quayside.engine.contract.LifecycleCases;
import io.quayside.engine.contract.ListCases;
import io.quayside.engine.contract.NetworkCases;
import io.quayside.engine.contract.ObjectCases;
import io.quayside.engine.contract.OutputCases;
import io.quayside.engine.contract.SystemCases;
import io.quayside.engine.endpoint.EngineEndpoint;
import java.lang.reflect.Method;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The calls of the client on the engine in a machine, through its TLS endpoint and QEMU's network: of each
/// family those that such a way could break, because a container takes seconds to start without
/// acceleration. With `QUAYSIDE_VM_CONTRACT=all` all of them; those with a registry of the host's loopback
/// then fail, since that isn't the guest's.
@Tag("vm")
@Order(1)
@Timeout(600)
@ExtendWith(GuestContractTest.Chosen.class)
class GuestContractTest
        implements SystemCases,
                LifecycleCases,
                ListCases,
                OutputCases,
                ExecCases,
                FileCases,
                NetworkCases,
                ObjectCases,
                ImageCases {
    private static final Set<String> CHOSEN = Set.of(
            // The engine and its events.
            "pingSaysWhoAnswers",
            "versionNamesTheEngineAndItsParts",
            "infoCountsWhatThereIs",
            "eventsTellTheLifeOfAContainer",
            "eventsEndWhenClosedFromAnotherThread",
            "closingTheEngineEndsItsStreams",
            // Containers.
            "takenNameIsAConflict",
            "stopAsksFirst",
            "pauseFreezesAndUnpauseLetsGo",
            "removeTakesAnonymousVolumesAlong",
            // Logs and hijacked connections.
            "manyLinesCanBeReadWithoutFrames",
            "followedLogsEndWhenClosedFromAnotherThread",
            "attachedProcessReadsAndAnswers",
            "execReadsItsInputToTheEnd",
            "execHasATerminalOfTheWantedSize",
            "execEndsWhenClosedFromAnotherThread",
            // Files.
            "filesGoInAndComeOut",
            "exportEndsWhenClosedFromAnotherThread",
            "commitMakesAnImage",
            // Images, volumes and networks.
            "savedImagesAreLoadedAgain",
            "imageIsInspected",
            "failedPullIsAnError",
            "volumesAreListedInspectedAndRemoved",
            "networksAreListedInspectedAndRemoved",
            "aContainerIsPutIntoANetworkWithNamesAndAnAddressAndTakenOut");

    private EngineFixture fixture;

    /// Leaves out what isn't chosen.
    static final class Chosen implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            String name = context.getTestMethod().map(Method::getName).orElse("");
            return name.isEmpty() || CHOSEN.contains(name) || "all".equals(System.getenv("QUAYSIDE_VM_CONTRACT"))
                    ? ConditionEvaluationResult.enabled("")
                    : ConditionEvaluationResult.disabled("the same call on engines without a machine is enough");
        }
    }

    @BeforeEach
    void connect() throws Exception {
        EngineEndpoint endpoint = SharedMachine.get().endpoint();
        fixture = new EngineFixture(
                new GuestDockerLine((EngineEndpoint.TlsTcp) endpoint), EngineFactory.connect(endpoint));
    }

    @AfterEach
    void cleanUp() throws Exception {
        if (fixture != null) {
            fixture.close();
        }
    }

    @Override
    public EngineFixture fixture() {
        return fixture;
    }
}
