package io.quayside.desktop.ui.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.containers.fix.OtherPort;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.engine.error.EngineException;
import io.quayside.testing.engine.TestImages;
import io.quayside.testing.engine.TestRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// The buttons of problem rows do on a real engine what they say.
class ProblemFixesTest extends OnEngine {
    private static ContainerRow row(String container) {
        AtomicReference<ContainerRow> found = new AtomicReference<>();
        page.await("the row of " + container, () -> {
            page.model().allRows().stream()
                    .filter(row -> row.line().name().equals(container))
                    .findFirst()
                    .ifPresent(found::set);
            return found.get() != null;
        });
        return found.get();
    }

    private static Problem problem(ContainerRow row, String code) {
        page.await(
                code + " of " + row,
                () -> page.model()
                        .problem(row.id())
                        .filter(each -> each.problem().code().equals(code))
                        .isPresent());
        return Fx.call(() -> page.model().problem(row.id()).orElseThrow().problem());
    }

    private static List<String> buttons(Problem problem) {
        return problem.actions().stream().map(Problem.Action::label).toList();
    }

    private static void press(String label) {
        AtomicReference<ActionButton> found = new AtomicReference<>();
        page.await("a button " + label, () -> {
            page.root().lookupAll(".button").stream()
                    .filter(ActionButton.class::isInstance)
                    .map(ActionButton.class::cast)
                    .filter(button -> button.getText().matches(label) && button.getScene() != null)
                    .findFirst()
                    .ifPresent(found::set);
            return found.get() != null;
        });
        Fx.call(() -> {
            found.get().fire();
            return true;
        });
    }

    private static String inspect(String container, String format) {
        return engine.docker("inspect", "--format", format, container).strip();
    }

    @Test
    void aTakenPortGivesWayToAFreeOne() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();
            engine.docker(
                    "create",
                    "--name",
                    name,
                    "-p",
                    port + ":80",
                    "-v",
                    "/data",
                    "--label",
                    "keep=this",
                    TestImages.BUSYBOX,
                    "sleep",
                    "1000");
            String volume = inspect(name, "{{(index .Mounts 0).Name}}");
            engine.tryDocker("start", name);
            Problem problem = problem(row(name), "port-in-use");
            assertEquals(name + " couldn't start: port " + port + " is already in use.", problem.title());
            String use = buttons(problem).getFirst();
            assertTrue(use.startsWith("Use port "), use);
            press(use);
            page.await(
                    "it runs",
                    () -> engine.tryDocker("inspect", "--format", "{{.State.Status}}", name)
                            .output()
                            .strip()
                            .equals("running"));
            assertEquals(
                    use.substring(9),
                    inspect(name, "{{(index (index .HostConfig.PortBindings \"80/tcp\") 0).HostPort}}"));
            assertEquals(volume, inspect(name, "{{(index .Mounts 0).Name}}"));
            assertEquals("this", inspect(name, "{{index .Config.Labels \"keep\"}}"));
            page.await(
                    "the old one is gone",
                    () -> engine.docker("ps", "-aq", "--filter", "name=" + name)
                                    .lines()
                                    .count()
                            == 1);
        }
    }

    @Test
    void thePageOfTheContainerOffersTheSame() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = taken.getLocalPort() + ":80";
            engine.docker("create", "--name", name, "-p", port, TestImages.BUSYBOX, "sleep", "1000");
            String id = inspect(name, "{{.Id}}");
            engine.tryDocker("start", name);
            page.go("container/" + name + "/inspect");
            press("Edit ports…");
            page.awaitEqual("the form", "edit/" + id, page::address);
            page.go("container/" + name + "/inspect");
            press("Use port \\d+");
            page.await(
                    "it runs",
                    () -> engine.tryDocker("inspect", "--format", "{{.State.Status}}", name)
                            .output()
                            .strip()
                            .equals("running"));
        } finally {
            page.go("containers");
        }
    }

    @Test
    void makingItAgainIsTakenBackWhole() throws IOException {
        try (ServerSocket taken = new ServerSocket(0);
                ServerSocket other = new ServerSocket(0)) {
            engine.docker(
                    "create",
                    "--name",
                    name,
                    "-p",
                    taken.getLocalPort() + ":80",
                    "-v",
                    "/data",
                    TestImages.BUSYBOX,
                    "sleep",
                    "1000");
            String id = inspect(name, "{{.Id}}");
            String before = inspect(name, "{{json .HostConfig}}{{json .Mounts}}");
            assertThrows(
                    EngineException.class,
                    () -> OtherPort.use(
                            page.session().engine().orElseThrow(), id, taken.getLocalPort(), other.getLocalPort()));
            assertEquals(id, inspect(name, "{{.Id}}"));
            assertEquals(before, inspect(name, "{{json .HostConfig}}{{json .Mounts}}"));
            assertEquals(
                    1,
                    engine.docker("ps", "-aq", "--filter", "name=" + name)
                            .lines()
                            .count());
        }
    }

    @Test
    void whatRanOutOfMemoryGetsMore() {
        engine.docker("create", "--name", name, "--memory", "16m", TestImages.BUSYBOX, "tail", "/dev/zero");
        // An engine of 20.10 hears of it in one run and misses it in another.
        for (int run = 0; run < 20 && !inspect(name, "{{.State.OOMKilled}}").equals("true"); run++) {
            engine.docker("start", name);
            engine.docker("wait", name);
        }
        ContainerRow row = row(name);
        Problem problem = problem(row, "out-of-memory");
        assertEquals(name + " ran out of memory.", problem.title());
        assertEquals("It reached its limit of 16.8 MB.", problem.why());
        assertEquals(List.of("Raise limit to 33.6 MB and start", "Open logs"), buttons(problem));
        String started = inspect(name, "{{.State.StartedAt}}");
        press("Raise limit to 33.6 MB and start");
        page.await("another start", () -> !inspect(name, "{{.State.StartedAt}}").equals(started));
        assertEquals(String.valueOf(32L << 20), inspect(name, "{{.HostConfig.Memory}}"));
    }

    @Test
    void aTakenNameOffersAnotherOne() {
        engine.docker("create", "--name", name, TestImages.BUSYBOX, "true");
        engine.docker("create", "--name", name + "-x", TestImages.BUSYBOX, "true");
        ContainerRow row = row(name + "-x");
        rename(row, name);
        Problem problem = problem(row, "name-taken");
        assertEquals("The name " + name + " is taken by a stopped container.", problem.title());
        assertEquals(List.of("Use " + name + "-2", "Delete the old one…"), buttons(problem));
        press("Use " + name + "-2");
        page.await("the new name", () -> row.line().name().equals(name + "-2"));
        assertEquals("created", inspect(name + "-2", "{{.State.Status}}"));
    }

    @Test
    void theOldOneMakesRoomForItsName() {
        engine.docker("create", "--name", name, TestImages.BUSYBOX, "true");
        engine.docker("create", "--name", name + "-x", TestImages.BUSYBOX, "true");
        ContainerRow row = row(name + "-x");
        rename(row, name);
        problem(row, "name-taken");
        press("Delete the old one…");
        press("Delete " + name);
        page.await("the name", () -> row.line().name().equals(name));
        assertEquals(row.id(), inspect(name, "{{.Id}}"));
    }

    private static void rename(ContainerRow row, String to) {
        row(to);
        Fx.call(() -> {
            page.model().actions().rename(row, to);
            return true;
        });
    }

    @Test
    void whatTheImageHasNotIsMendedInTheForm() {
        engine.docker("create", "--name", name, TestImages.BUSYBOX, "no-such-command");
        String id = inspect(name, "{{.Id}}");
        engine.tryDocker("start", name);
        Problem problem = problem(row(name), "command-missing");
        assertEquals("The image has no command “no-such-command”.", problem.why());
        assertEquals(List.of("Edit command…"), buttons(problem));
        press("Edit command…");
        page.awaitEqual("the form", "edit/" + id, page::address);
        page.go("containers");
    }

    @Test
    void anUpdateOfAnImageThatNoRegistryHasLeadsToTheSearch() {
        try (TestRegistry registry = TestRegistry.start()) {
            String image = registry.address() + "/gone:1";
            engine.docker("tag", TestImages.BUSYBOX, image);
            engine.docker("create", "--name", name, image, "true");
            ContainerRow row = row(name);
            Fx.run(() -> page.select(name));
            page.command("containers.update-image");
            press("Update " + name);
            Problem problem = problem(row, "image-missing");
            assertEquals(image + " was not found.", problem.title());
            assertEquals(List.of("Search “" + registry.address() + "/gone”", "Sign in…"), buttons(problem));
            press("Sign in…");
            page.awaitEqual("the door", "registries/sign-in/" + registry.address(), page::address);
            page.go("containers");
            engine.removeContainers();
            engine.docker("rmi", image);
        }
    }

    @Test
    void anythingElseCanBeTriedAgain() {
        engine.docker("create", "--name", name, TestImages.BUSYBOX, "sleep", "1000");
        ContainerRow row = row(name);
        page.await("can act", () -> row.line().canAct());
        Fx.call(() -> {
            page.model().actions().kill(List.of(row), "SIGKILL");
            return true;
        });
        Problem refused = problem(row, "conflict");
        assertEquals(List.of("Try again"), buttons(refused));
        engine.docker("start", name);
        page.await(
                "no problem once it runs", () -> page.model().problem(row.id()).isEmpty());
    }
}
