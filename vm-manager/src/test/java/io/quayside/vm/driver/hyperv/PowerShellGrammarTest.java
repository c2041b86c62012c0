package io.quayside.vm.driver.hyperv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quayside.testing.command.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The PowerShell that goes to Windows, read by a grammar that others wrote; `build-support/powershell-grammar/install`
/// fetches it.
class PowerShellGrammarTest {
    private static final Path GRAMMAR = Path.of("../build-support/powershell-grammar");
    private static final Path SCRIPTS = Path.of("src/main/resources/io/quayside/vm/driver/hyperv");

    @TempDir
    Path folder;

    @BeforeAll
    static void requireGrammar() {
        assumeTrue(
                Files.isDirectory(GRAMMAR.resolve("node_modules")),
                "the grammar isn't here; build-support/powershell-grammar/install fetches it");
    }

    private static JsonNode parsed(Path script) {
        String printed = Command.of("node", GRAMMAR.resolve("check.cjs").toString(), script.toString())
                .run()
                .orFail()
                .output();
        return JsonMapper.shared().readTree(printed).get(script.toString());
    }

    @Test
    void scriptsArePowerShell() throws Exception {
        try (Stream<Path> scripts = Files.list(SCRIPTS)) {
            for (Path script : scripts.sorted().toList()) {
                assertEquals("[]", parsed(script).path("wrong").toString(), script.toString());
            }
        }
    }

    /// Hyper-V's cmdlets come as data, so none of them stands in the text, and nothing that runs text as PowerShell.
    @Test
    void scriptCallsNothingButWhatItNeeds() {
        List<String> commands = parsed(SCRIPTS.resolve("cmdlets.ps1"))
                .path("commands")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        assertEquals(
                List.of("ConvertFrom-Json", "ConvertTo-Json", "ConvertTo-PlainValue", "Get-Command", "New-Object"),
                commands);
    }

    @Test
    void textForTheElevatedProcessIsPowerShell() throws Exception {
        String script = Files.readString(SCRIPTS.resolve("join-group.ps1"));
        int from = script.indexOf("$text = \"") + 9;
        String text = script.substring(from, script.indexOf("\"\n$encoded")).replaceAll("\" \\+\\s+\"", "");
        Path inner = Files.writeString(folder.resolve("inner.ps1"), text.replace("$user", "S-1-5-21-1"));
        assertEquals("[]", parsed(inner).path("wrong").toString(), text);
        assertEquals(
                "[\"Add-LocalGroupMember\"]", parsed(inner).path("commands").toString());
    }

    @Test
    void grammarFindsWhatIsWrong() throws Exception {
        String script = Files.readString(SCRIPTS.resolve("cmdlets.ps1"));
        for (String broken : List.of(
                script.replace("} catch {", "catch {"), script.replace("@{ answers", "@( answers"), script + "if (")) {
            Path file = Files.writeString(folder.resolve("broken.ps1"), broken);
            assertFalse(parsed(file).path("wrong").isEmpty(), broken);
        }
    }
}
