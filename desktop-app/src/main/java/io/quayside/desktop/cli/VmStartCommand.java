package io.quayside.desktop.cli;

import io.quayside.desktop.Backend;
import io.quayside.engine.host.EngineHost;
import io.quayside.engine.host.HostException;
import io.quayside.vm.error.VmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `quayside vm start`.
@Command(
        name = "start",
        description = "Starts a machine and waits until its engine answers. Does nothing to one that runs.")
final class VmStartCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable VmCommand vm;

    @Mixin
    private final VmCommand.Name name = new VmCommand.Name();

    @Option(names = "--json", description = "For scripts.")
    private boolean json;

    @Override
    public Integer call() throws CommandFailure, InterruptedException {
        try (Backend backend = Objects.requireNonNull(vm).backend()) {
            String wanted = name.of(backend.machines());
            EngineHost host = backend.machines().host(wanted);
            // One that answers is left alone: the window may be connected to it, and only one process can be.
            if (!host.refresh().runs()) {
                StepPrinter printer = new StepPrinter(json);
                Runnable end = host.onState(state -> printer.tell(state.steps()));
                try {
                    host.start();
                } finally {
                    end.run();
                }
            }
            String endpoint = host.endpoint().display();
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("name", wanted);
            facts.put("state", "running");
            facts.put("endpoint", endpoint);
            System.out.println(json ? Json.of(facts) : wanted + " runs at " + endpoint);
            return 0;
        } catch (VmException e) {
            throw CommandFailure.of(e);
        } catch (HostException e) {
            throw CommandFailure.of(e);
        }
    }
}
