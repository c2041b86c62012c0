package io.quayside.desktop.ui.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.PortHolder;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.settings.AppearanceSettings;
import io.quayside.desktop.task.PlatformFxThread;
import io.quayside.desktop.task.TaskRunner;
import io.quayside.desktop.ui.control.AccessibleAssertions;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.engine.ContextViewModel.Act;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.desktop.ui.theme.Themes;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.vm.context.ContextState;
import io.quayside.vm.context.DockerContextFile;
import io.quayside.vm.error.VmException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The row "CLI context" of a machine, on a docker folder of its own.
class CliContextTest {
    private static final String MACHINE = "quayside-vm";

    @TempDir
    private Path folder;

    private final PlatformFxThread fx = new PlatformFxThread();
    private final ProblemMapper problems = new ProblemMapper(PortHolder.ofThisComputer());
    private final List<Act> asked = new ArrayList<>();
    private ContextViewModel model;

    /// Writes as a machine does, to the test's folder.
    private final class Store implements CliContext {
        private DockerContextFile file(String owner) {
            return new DockerContextFile(folder, "quayside", owner);
        }

        @Override
        public Path dockerFolder() {
            return folder;
        }

        @Override
        public Optional<Found> context() throws VmException {
            return Optional.of(new Found(MACHINE, file(MACHINE).state()));
        }

        @Override
        public Found addContext(String machine, boolean makeDefault) throws VmException {
            file(machine).add(new EngineEndpoint.UnixSocket(Path.of("/run/q.sock")), makeDefault);
            return new Found(machine, file(machine).state());
        }

        @Override
        public Found removeContext(String machine) throws VmException {
            file(machine).remove();
            return new Found(machine, file(machine).state());
        }
    }

    @BeforeEach
    void open() {
        TaskRunner tasks = Fx.call(() -> new TaskRunner(
                fx, InstantSource.system(), failure -> problems.map(failure, new Attempt("do", "that"))));
        model = Fx.call(() -> new ContextViewModel(new Store(), tasks, problems, fx));
    }

    private CliContext.Found await(Predicate<ContextState> wanted) throws InterruptedException {
        CountDownLatch met = new CountDownLatch(1);
        Fx.run(() -> model.foundProperty().subscribe(now -> {
            if (now.filter(found -> wanted.test(found.state())).isPresent()) {
                met.countDown();
            }
        }));
        assertTrue(met.await(30, TimeUnit.SECONDS));
        return Fx.call(() -> model.foundProperty().get().orElseThrow());
    }

    private CliContext.Found read(Predicate<ContextState> wanted) throws InterruptedException {
        Fx.run(model::read);
        return await(wanted);
    }

    private List<String> row(CliContext.Found found) {
        return Fx.call(() -> {
            EngineStateCard card = new EngineStateCard(() -> {});
            new Themes(AppearanceSettings.DEFAULT).dress(new Scene(card, 1048, 160));
            card.showContext(
                    Optional.of(new ContextRow(found, false, model.hint(found.state()), (act, on) -> asked.add(act))));
            card.showFacts(Optional.of(new EngineFacts(
                    "Docker 26.1",
                    List.of(
                            new EngineFacts.Fact("Machine", MACHINE),
                            new EngineFacts.Fact("Hypervisor", "QEMU 10.0, tcg emulation"),
                            new EngineFacts.Fact("Resources", "2 CPUs, 4 GB memory", "", true)),
                    List.of(new EngineFacts.Fact("Disk", "64 GB, grows as needed")),
                    List.of(),
                    Optional.empty())));
            card.applyCss();
            card.layout();
            AccessibleAssertions.everyControlHasText(card);
            card.lookupAll(".hyperlink").forEach(link -> ((Hyperlink) link).fire());
            return card.lookup("#engine-context").getParent().getChildrenUnmodifiable().stream()
                    .flatMap(node ->
                            node instanceof ContextRow context ? context.getChildren().stream() : Stream.of(node))
                    .map(node -> node instanceof Hyperlink link ? link.getText() : ((Label) node).getText())
                    .toList();
        });
    }

    private String file(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    @Test
    void addedMadeDefaultAndRemovedEachByItself() throws Exception {
        Files.writeString(folder.resolve("config.json"), "{\"currentContext\":\"work\",\"auths\":{}}");
        Files.createDirectories(folder.resolve("contexts/meta"));
        new DockerContextFile(folder, "work", "somebody").add(new EngineEndpoint.UnixSocket(Path.of("/w")), false);

        CliContext.Found none = read(state -> state.presence() == ContextState.Presence.ABSENT);
        assertEquals(List.of("Disk", "64 GB, grows as needed", "CLI context", "None", "Add…"), row(none));
        Fx.run(() -> model.act(Act.ADD, none));
        CliContext.Found added = await(state -> state.presence() == ContextState.Presence.OURS);
        assertTrue(file("config.json").contains("\"work\""), "the default stays");
        assertEquals(
                List.of("CLI context", "quayside", "Make default…", "Remove…"),
                row(added).subList(2, 6));

        Fx.run(() -> model.act(Act.MAKE_DEFAULT, added));
        CliContext.Found current = await(ContextState::current);
        assertEquals(
                List.of("CLI context", "quayside", "Default", "Remove…"),
                row(current).subList(2, 6));
        assertTrue(file("config.json").contains("auths"));

        Fx.run(() -> model.act(Act.REMOVE, current));
        await(state -> state.presence() == ContextState.Presence.ABSENT);
        assertTrue(file("config.json").contains("\"work\""), "the default of before is back");
        assertEquals(List.of(Act.ADD, Act.MAKE_DEFAULT, Act.REMOVE, Act.REMOVE), asked);
    }

    @Test
    void oneThatIsSomebodyElsesIsNamedAsSuch() throws Exception {
        new DockerContextFile(folder, "quayside", "another").add(new EngineEndpoint.UnixSocket(Path.of("/a")), false);
        CliContext.Found found = read(state -> state.presence() == ContextState.Presence.ANOTHERS);
        assertEquals(
                List.of("CLI context", "quayside is not this machine’s"),
                row(found).subList(2, 4));
        assertTrue(asked.isEmpty(), "nothing is offered");
    }

    @Test
    void whatWasTakenMeanwhileIsToldAndLeftAlone() throws Exception {
        CliContext.Found none = read(state -> state.presence() == ContextState.Presence.ABSENT);
        new DockerContextFile(folder, "quayside", "another").add(new EngineEndpoint.UnixSocket(Path.of("/a")), false);
        Fx.run(() -> model.act(Act.ADD, none));
        await(state -> state.presence() == ContextState.Presence.ANOTHERS);
        assertEquals(
                "Docker already has a context quayside.",
                Fx.call(() -> model.problemProperty().get().orElseThrow().title()));
    }

    @Test
    void questionsNameTheFilesThatAreWritten() {
        ContextState ours = new ContextState("quayside", ContextState.Presence.OURS, false);
        Confirmation add = model.question(Act.ADD, ours);
        assertEquals(
                List.of(folder.resolve("contexts").toString()),
                add.lines().stream().map(Confirmation.Line::name).toList());
        Confirmation makeDefault = model.question(Act.MAKE_DEFAULT, ours);
        assertEquals(
                List.of(
                        folder.resolve("config.json").toString(),
                        folder.resolve("contexts").toString()),
                makeDefault.lines().stream().map(Confirmation.Line::name).toList());
        assertEquals(1, model.question(Act.REMOVE, ours).lines().size());
        ContextState current = new ContextState("quayside", ContextState.Presence.OURS, true);
        assertEquals(2, model.question(Act.REMOVE, current).lines().size());
        assertFalse(model.question(Act.REMOVE, current).text().isEmpty());
    }
}
