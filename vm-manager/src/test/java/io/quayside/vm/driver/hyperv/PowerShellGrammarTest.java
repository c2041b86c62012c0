package io.quayside.vm.driver.hyperv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quayside.testing.command.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The PowerShell that goes to Windows, read by a grammar that others wrote;
/// `build-support/powershell-grammar/install` fetches it. It takes ten seconds to get going, so one run
/// reads all texts.
class PowerShellGrammarTest {
    private static final Path GRAMMAR = Path.of("../build-support/powershell-grammar");
    private static final Path SCRIPTS = Path.of("src/main/resources/io/quayside/vm/driver/hyperv");

    @TempDir
    private static Path folder;

    private static final Map<String, Path> TEXTS = new TreeMap<>();
    private static JsonNode answers = JsonMapper.shared().createObjectNode();

    @BeforeAll
    static void read() throws Exception {
        assumeTrue(
                Files.isDirectory(GRAMMAR.resolve("node_modules")),
                "the grammar isn't here; build-support/powershell-grammar/install fetches it");
        try (Stream<Path> scripts = Files.list(SCRIPTS)) {
            scripts.filter(script -> script.toString().endsWith(".ps1"))
                    .forEach(script -> TEXTS.put(String.valueOf(script.getFileName()), script));
        }
        String join = Files.readString(SCRIPTS.resolve("join-group.ps1"));
        int from = join.indexOf("$text = \"") + 9;
        String inner = join.substring(from, join.indexOf("\"\n$encoded")).replaceAll("\" \\+\\s+\"", "");
        put("inner", inner.replace("$user", "S-1-5-21-1"));
        String cmdlets = Files.readString(SCRIPTS.resolve("cmdlets.ps1"));
        put("broken-1", cmdlets.replace("} catch {", "catch {"));
        put("broken-2", cmdlets.replace("@{ answers", "@( answers"));
        put("broken-3", cmdlets + "if (");
        List<String> arguments =
                new ArrayList<>(List.of("node", GRAMMAR.resolve("check.cjs").toString()));
        TEXTS.values().forEach(text -> arguments.add(text.toString()));
        String printed = Command.of(arguments).run().orFail().output();
        answers = JsonMapper.shared().readTree(printed);
    }

    private static void put(String name, String text) throws Exception {
        TEXTS.put(name, Files.writeString(folder.resolve(name + ".ps1"), text));
    }

    private static JsonNode answer(String name) {
        return answers.path(String.valueOf(TEXTS.get(name)));
    }

    @Test
    void scriptsArePowerShell() {
        List<String> scripts =
                TEXTS.keySet().stream().filter(name -> name.endsWith(".ps1")).toList();
        assertEquals(List.of("cmdlets.ps1", "join-group.ps1"), scripts);
        scripts.forEach(name -> assertEquals("[]", answer(name).path("wrong").toString(), name));
    }

    /// Hyper-V's cmdlets come as data, so none of them stands in the text, and nothing that runs text as PowerShell.
    @Test
    void scriptCallsNothingButWhatItNeeds() {
        List<String> commands = answer("cmdlets.ps1")
                .path("commands")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        assertEquals(
                List.of("ConvertFrom-Json", "ConvertTo-Json", "ConvertTo-PlainValue", "Get-Command", "New-Object"),
                commands);
    }

    @Test
    void textForTheElevatedProcessIsPowerShell() {
        assertEquals("[]", answer("inner").path("wrong").toString());
        assertEquals(
                "[\"Add-LocalGroupMember\"]", answer("inner").path("commands").toString());
    }

    @Test
    void grammarFindsWhatIsWrong() {
        for (String broken : List.of("broken-1", "broken-2", "broken-3")) {
            assertFalse(answer(broken).path("wrong").isEmpty(), broken);
        }
    }
}
