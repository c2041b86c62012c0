package io.quayside.vm.boot;

import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.testing.command.Command;
import io.quayside.testing.engine.DockerLine;
import io.quayside.testing.engine.EngineKind;
import java.util.ArrayList;
import java.util.List;

/// This computer's `docker` command line on the engine of a machine.
record GuestDockerLine(EngineEndpoint.TlsTcp endpoint) implements DockerLine {
    @Override
    public EngineKind kind() {
        return EngineKind.DOCKER_26_1;
    }

    @Override
    public String host() {
        return "tcp://" + endpoint.host() + ":" + endpoint.port();
    }

    @Override
    public Command dockerCommand(String... arguments) {
        EngineEndpoint.TlsMaterial keys = endpoint.material();
        List<String> words = new ArrayList<>(List.of(
                "docker",
                "--host=" + host(),
                "--tlsverify",
                "--tlscacert=" + keys.authority(),
                "--tlscert=" + keys.certificate(),
                "--tlskey=" + keys.key()));
        words.addAll(List.of(arguments));
        return Command.of(words);
    }
}
