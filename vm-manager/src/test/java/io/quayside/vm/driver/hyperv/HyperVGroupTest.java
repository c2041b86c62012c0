package io.quayside.vm.driver.hyperv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.process.ProcessOutcome;
import io.quayside.engine.process.ProcessRequest;
import io.quayside.engine.process.ProcessRunner;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HyperVGroupTest {
    /// A Windows whose user answers so to the question for consent.
    private record Answering(int exitCode) implements ProcessRunner {
        @Override
        public ProcessOutcome run(ProcessRequest request) {
            byte[] text = Base64.getDecoder().decode(request.arguments().getLast());
            assertTrue(new String(text, StandardCharsets.UTF_16LE).contains("-Verb RunAs"));
            return new ProcessOutcome(exitCode, "", false, "");
        }

        @Override
        public Optional<Path> find(String program) {
            return Optional.empty();
        }
    }

    @Test
    void consentThatIsRefusedIsNoFailure() throws Exception {
        assertTrue(new HyperVGroup(new Answering(0)).join());
        assertFalse(new HyperVGroup(new Answering(2)).join());
    }

    @Test
    void otherEndsAreTold() {
        VmException failed = assertThrows(VmException.class, () -> new HyperVGroup(new Answering(1)).join());
        assertEquals(new VmProblem.HypervisorRefused("Add-LocalGroupMember", "it ended with 1"), failed.problem());
    }
}
