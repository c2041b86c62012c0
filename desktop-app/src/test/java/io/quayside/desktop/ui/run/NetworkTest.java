package io.quayside.desktop.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.TestImages;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The networks of the form, on a real engine.
class NetworkTest extends FormOnEngine {
    @BeforeEach
    void networks() {
        engine.docker("network", "create", "--subnet", "10.214.8.0/24", "harbour");
        engine.docker("network", "create", "backyard");
        page.go("run");
        pressLabelled("Cancel");
        page.go("run/" + TestImages.HTTPD);
        type("run-name", "moored");
    }

    private static void choose(String network) {
        ComboBox<String> name = combo("Network");
        Fx.run(() -> name.getEditor().setText(network));
    }

    private static void fill(String field, String text) {
        TextField node = field(field, TextField.class);
        Fx.run(() -> node.setText(text));
    }

    private static void awaitFault(String words) {
        page.await(
                words,
                () -> page.root().lookupAll(".qs-text-danger").stream()
                        .anyMatch(node ->
                                node instanceof Label label && label.getText().equals(words)));
    }

    @Test
    void aNetworkWithAliasesAndAddressAndAFurtherOneAreWhatTheEngineGets() {
        press("run-add-network");
        ComboBox<String> name = combo("Network");
        page.await("the engine's networks", () -> {
            name.hide();
            name.show();
            return name.getItems().containsAll(List.of("bridge", "host", "none", "harbour", "backyard"));
        });
        Fx.run(name::hide);
        choose("harbour");
        fill("Aliases in the network", "web, www");
        fill("Address in the network", "10.214.8.77");
        press("run-add-network");
        choose("backyard");
        fill("Aliases in the network", "shed");
        page.await("the line", () -> shownLine().contains("--network name=backyard,alias=shed"));
        assertTrue(shownLine().contains("--network harbour"), shownLine());
        assertTrue(shownLine().contains("--network-alias www"), shownLine());
        assertTrue(shownLine().contains("--ip 10.214.8.77"), shownLine());
        assertEquals(
                "harbour, aliases web and www, always 10.214.8.77; backyard, alias shed",
                ((Label) find("run-summary-network")).getText());

        run("moored");
        assertEquals(
                "10.214.8.77 true",
                inspect(
                        "moored",
                        "{{with index .NetworkSettings.Networks \"harbour\"}}{{.IPAddress}} {{eq (index .Aliases 1) \"www\"}}{{end}}"));
        assertEquals(
                "shed",
                inspect("moored", "{{with index .NetworkSettings.Networks \"backyard\"}}{{index .Aliases 0}}{{end}}"));
    }

    @Test
    void whatTheEngineHasNotIsToldAtTheField() {
        press("run-add-network");
        choose("harbor");
        awaitFault("There is no network harbor.");
        assertTrue(combo("Network").getPseudoClassStates().contains(FormStyle.ERROR), "the field itself shows it too");
        choose("bridge");
        fill("Address in the network", "10.214.8.77");
        awaitFault("An address of one's own needs a network that somebody made, not “bridge”.");
        choose("harbour");
        fill("Address in the network", "10.214.9.77");
        awaitFault("10.214.9.77 is not in 10.214.8.0/24, which harbour has.");
        engine.docker("run", "-d", "--name", "here", "--network", "harbour", "--ip", "10.214.8.9", TestImages.HTTPD);
        fill("Address in the network", "10.214.8.9");
        awaitFault("10.214.8.9 is used by here.");
        fill("Address in the network", "");
        choose("container:nobody");
        awaitFault("There is no container nobody to share a network with.");
        choose("host");
        page.await("nothing to fix", () -> ((Label) find("run-count")).getText().isEmpty());
        fill("Aliases in the network", "web");
        awaitFault("Aliases need a network of one's own, not “host”.");
    }

    @Test
    void oneInTheBridgeAndANetworkOfItsOwnKeepsBoth() {
        String id = engine.docker("create", "--name", "both", "--network", "bridge", TestImages.HTTPD)
                .strip();
        engine.docker("network", "connect", "--alias", "www", "--ip", "10.214.8.66", "harbour", id);
        engine.docker("start", id);
        page.go("edit/" + id);
        page.await(
                "its networks",
                () -> nodes("Network", ComboBox.class)
                        .map(one -> one.getEditor().getText())
                        .sorted()
                        .toList()
                        .equals(List.of("bridge", "harbour")));
        assertEquals(
                List.of(),
                Fx.call(() -> page.root().lookupAll(".qs-text-danger").stream()
                        .filter(node ->
                                node instanceof Label label && !label.getText().isEmpty())
                        .toList()));
        type("run-command", "httpd -f -p 8080 -h /www");
        pressLabelled("Recreate both");
        page.await(
                "the new one has both",
                () -> engine.tryDocker(
                                "inspect",
                                "--format",
                                "{{.State.Running}} {{range $n, $v := .NetworkSettings.Networks}}{{$n}} {{end}}"
                                        + "{{with index .NetworkSettings.Networks \"harbour\"}}{{.IPAddress}} {{.Aliases}}{{end}}"
                                        + " {{.Config.Cmd}}",
                                "both")
                        .output()
                        .matches(
                                "true bridge harbour 10\\.214\\.8\\.66 \\[www.*\\] \\[httpd -f -p 8080 -h /www\\]\\s*"));
    }

    @Test
    void anotherNetworkIsSaidAtItsRowAndTakenBack() {
        String id = engine.docker("run", "-d", "--name", "moves", "--network", "backyard", TestImages.HTTPD)
                .strip();
        page.go("edit/" + id);
        page.await(
                "its network",
                () -> "backyard"
                        .equals(nodes("Network", ComboBox.class)
                                .findFirst()
                                .map(one -> one.getEditor().getText())
                                .orElse("")));
        choose("harbour");
        page.await("what it was", () -> button("was backyard") != null);
        pressLabelled("was backyard");
        page.await(
                "it is back",
                () -> nodes("Network", ComboBox.class)
                        .findFirst()
                        .filter(one -> one.getEditor().getText().equals("backyard"))
                        .isPresent());
        choose("host");
        page.awaitEqual(
                "why it needs a new one",
                List.of("The network of the engine’s machine is only had from the start."),
                () -> shownIn("edit-needs-new").stream()
                        .filter(text -> text.contains("from the start"))
                        .toList());
        choose("harbour");
        page.await("it can be done while it runs", () -> button("Apply") != null);
        page.awaitEqual(
                "what it means",
                List.of("1 change, connections over a network that it leaves end"),
                () -> shownIn("edit-live").stream()
                        .filter(text -> text.startsWith("1 change"))
                        .toList());
        press("run-act");
        page.await("the end of the work", () -> !page.address().startsWith("edit/"));
        page.await(
                "it moved",
                () -> engine.tryDocker("inspect", "--format", "{{json .NetworkSettings.Networks}}", "moves")
                        .output()
                        .contains("harbour"));
        assertTrue(!inspect("moves", "{{json .NetworkSettings.Networks}}").contains("backyard"));
        assertEquals(id, inspect("moves", "{{.Id}}"));
    }
}
