package io.quayside.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.testing.command.Command;
import io.quayside.testing.command.CommandResult;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Files of variables, against the `docker` command line's own `--env-file` on a real engine.
class EnvFileTest {
    private static final RunSurroundings HERE = RunSurroundings.ofThisComputer();
    private static final List<String> READABLE = List.of(
            "A=1\nB=two words\n",
            "\uFEFFFIRST=with a mark of order\r\nSECOND=2\r\n\r\n",
            "# a comment\n   # another\n\tTABBED=x\n  INDENTED= kept \n",
            "QUOTED=\"stays\"\nSINGLE='stays too'\nEQUALS=a=b=c\nHASH=a # no comment\n",
            "EMPTY=\nHOME\nNOT_SET_ANYWHERE_AT_ALL\nAGAIN=1\nAGAIN=2\n",
            "LAST=without an end of line",
            "LAST=with half an end\r",
            "TWICE=carriage\r\r\n\u00A0HARD=space\n\u2003WIDE=space\nÜMLAUT=größe\n",
            "\n\n\n",
            "A=1\n\uFEFFLATE=mark\n");
    private static final List<String> REFUSED = List.of(
            "A=1\n=nameless\n",
            "A=1\r\nexport B=2\r\n",
            "A=1\n\nno sign here\n",
            "A =1\n",
            "A=1\nB=\u0000\n#\nTAB\tBED=1\n");

    @TempDir
    private static Path folder = Path.of("");

    private static List<String> read(byte[] file) throws EnvFileException {
        return EnvFile.read(file, HERE).variables();
    }

    @Test
    void aFileGivesTheVariablesThatDockerTakesFromIt() throws Exception {
        TestEngine real = TestEngines.shared(EngineKind.DOCKER_20_10);
        TestImages.ensure(real);
        List<String> differences = new ArrayList<>();
        for (String text : READABLE) {
            byte[] file = text.getBytes(StandardCharsets.UTF_8);
            Map<String, String> byDocker = environment(real, List.of("--env-file", written(file)));
            List<String> options = new ArrayList<>();
            read(file).forEach(variable -> options.addAll(List.of("-e", variable)));
            Map<String, String> byUs = environment(real, options);
            if (!byDocker.equals(byUs)) {
                differences.add(text + " gives " + byUs + " and not " + byDocker);
            }
        }
        real.removeContainers();
        assertEquals("", String.join("\n", differences));
    }

    @Test
    void whatDockerRefusesIsRefusedAtItsLine() throws Exception {
        TestEngine real = TestEngines.shared(EngineKind.DOCKER_20_10);
        TestImages.ensure(real);
        List<Integer> lines = new ArrayList<>();
        for (String text : REFUSED) {
            byte[] file = text.getBytes(StandardCharsets.UTF_8);
            assertTrue(!create(real, List.of("--env-file", written(file))).succeeded(), text);
            lines.add(assertThrows(EnvFileException.class, () -> read(file)).line());
        }
        byte[] latin = "A=1\nB=gr\u00F6\u00DFe\n".getBytes(StandardCharsets.ISO_8859_1);
        assertTrue(!create(real, List.of("--env-file", written(latin))).succeeded());
        lines.add(assertThrows(EnvFileException.class, () -> read(latin)).line());
        assertEquals(List.of(2, 2, 3, 1, 4, 2), lines);
    }

    @Test
    void aRefusalSaysNoValue() {
        EnvFileException refused = assertThrows(
                EnvFileException.class, () -> read("MY PASSWORD=hunter2\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals("Line 1 has a space in the name “MY PASSWORD”.", refused.getMessage());
    }

    private static String written(byte[] file) throws java.io.IOException {
        return Files.write(folder.resolve("variables.env"), file).toString();
    }

    private static CommandResult create(TestEngine real, List<String> options) {
        List<String> words = new ArrayList<>(List.of("docker", "--host", real.host(), "create"));
        words.addAll(options);
        words.add(TestImages.BUSYBOX);
        return Command.of(words.toArray(String[]::new)).run();
    }

    /// Of several with one name the last one counts, for engines and for programs.
    private static Map<String, String> environment(TestEngine real, List<String> options) {
        String id = create(real, options).orFail().output().strip();
        Map<String, String> found = new TreeMap<>();
        // As JSON: a value may end with a space, and engines don't keep the order.
        String format = "{{if .Config.Env}}{{json .Config.Env}}{{else}}[]{{end}}";
        String json = real.docker("inspect", "--format", format, id);
        List.of(JsonMapper.shared().readValue(json, String[].class))
                .forEach(variable -> found.put(Values.before(variable, "="), Values.after(variable, "=")));
        return found;
    }
}
