package io.quayside.engine.host;

import io.quayside.engine.platform.AppDirs;
import io.quayside.testing.user.UserProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// A program around Quayside's own engine, for tests that need it as another user. Its argument is the data folder;
/// each
/// line of its input is `start`, `stop` or `refresh`, and is answered with the phase and the problem's code then.
public final class HostProgram {
    private HostProgram() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        NativeEngineHost host = NativeEngineHost.in(AppDirs.of(Optional.of(Path.of(args[0]))));
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            System.out.println(UserProgram.ANSWER + answer(host, line));
        }
    }

    private static String answer(NativeEngineHost host, String question) throws InterruptedException {
        try {
            switch (question) {
                case "start" -> host.start();
                case "stop" -> host.stop();
                default -> host.refresh();
            }
            return told(host.state().phase(), host.state().problem());
        } catch (HostException e) {
            return told(host.state().phase(), Optional.of(e.problem())) + " "
                    + e.problem().why() + e.problem().lastWords();
        }
    }

    private static String told(HostPhase phase, Optional<HostProblem> problem) {
        return phase + " " + problem.map(HostProblem::code).orElse("-");
    }
}
