package io.quayside.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Random lines and random specs.
class RunLineFuzzTest {
    private static final int ROUNDS = 20_000;
    private static final List<String> PIECES = List.of(
            "docker",
            "run",
            " ",
            " ",
            " ",
            "-",
            "--",
            "-d",
            "-p",
            "80:80",
            "--name",
            "--env",
            "=",
            "'",
            "\"",
            "\\",
            "\n",
            "\r",
            "\t",
            "$",
            "${",
            "}",
            "$(",
            ")",
            "(",
            "`",
            "#",
            ";",
            "|",
            "~",
            "/",
            ":",
            ",",
            "img",
            "é",
            "\uD83D\uDEA2",
            "\u0000",
            "\u202E",
            "{",
            "--mount",
            "type=bind",
            "--gpus",
            "-v",
            "--ulimit",
            "nofile=1:2",
            "--cpus",
            "1.5e9");

    private static String text(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most); i > 0; i--) {
            text.append(
                    random.nextInt(10) == 0
                            ? Character.toString(1 + random.nextInt(0xD000))
                            : PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    @Test
    void anyTextIsUnderstoodOrRefusedInWords() {
        Random random = new Random(7);
        for (int i = 0; i < ROUNDS; i++) {
            String line = (random.nextBoolean() ? "docker run " : "") + text(random, 20);
            try {
                RunSpec spec = RunLine.parse(line, FakeSurroundings.EMPTY).spec();
                assertEquals(
                        spec,
                        RunLine.parse(RunLine.render(spec), FakeSurroundings.EMPTY)
                                .spec(),
                        line);
                ContainerPlan.of(spec, FakeSurroundings.EMPTY);
            } catch (RunLineException e) {
                assertTrue(e.position() <= line.length() && line.startsWith(e.word(), e.position()), line);
            } catch (RunValueException e) {
                assertTrue(e.getMessage().endsWith(".") || e.getMessage().contains(":"), e.getMessage());
            }
        }
    }

    @Test
    void whatIsWrittenIsReadAsItWas() throws Exception {
        Random random = new Random(11);
        for (int i = 0; i < ROUNDS; i++) {
            List<RunOption> options = new ArrayList<>();
            for (int n = random.nextInt(6); n > 0; n--) {
                RunFlag flag = RunFlag.values()[random.nextInt(RunFlag.values().length)];
                options.add(new RunOption(
                        flag,
                        flag.kind() == RunFlag.Kind.SWITCH
                                ? List.of("true", "false", "1").get(random.nextInt(3))
                                : text(random, 8)));
            }
            List<String> command = new ArrayList<>();
            for (int n = random.nextInt(4); n > 0; n--) {
                command.add(text(random, 8));
            }
            RunSpec spec = new RunSpec(options, "i" + text(random, 3), command);

            assertEquals(new ParsedRun(spec, List.of()), RunLine.parse(RunLine.render(spec), FakeSurroundings.EMPTY));
        }
    }

    @Test
    void everyValueOfEveryOptionIsUnderstoodOrRefusedInWords() {
        Random random = new Random(13);
        for (int i = 0; i < ROUNDS; i++) {
            RunFlag flag = RunFlag.values()[random.nextInt(RunFlag.values().length)];
            ContainerPlan.problem(new RunOption(flag, text(random, 6)), FakeSurroundings.EMPTY)
                    .ifPresent(words -> assertTrue(words.length() > 10, words));
        }
    }
}
