package io.quayside.desktop.engines;

import io.quayside.desktop.login.LoginStart;
import io.quayside.desktop.machine.Figures;
import io.quayside.desktop.machine.HostMachines;
import io.quayside.desktop.machine.NewMachine;
import io.quayside.desktop.machine.VmCheck;
import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.ui.welcome.WelcomeEngines;
import io.quayside.engine.Engine;
import io.quayside.engine.endpoint.Candidate;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.host.EngineHost;
import io.quayside.engine.host.HostException;
import io.quayside.engine.host.HostPhase;
import io.quayside.engine.host.HostState;
import io.quayside.engine.model.EngineVersion;
import io.quayside.vm.error.VmException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The engines as first run asks about them.
public final class FirstRunEngines implements WelcomeEngines {
    private final FoundEngines engines;
    private final EngineHost own;
    private final HostMachines machines;
    private final LoginStart login;
    private final ProblemMapper problems;
    private final Consumer<EngineChoice> use;

    /// @param machines those there are, and what one could be made of
    /// @param use makes a choice the engine of the window, now and later; returns at once
    public FirstRunEngines(
            FoundEngines engines,
            EngineHost own,
            HostMachines machines,
            LoginStart login,
            ProblemMapper problems,
            Consumer<EngineChoice> use) {
        this.engines = engines;
        this.own = own;
        this.machines = machines;
        this.login = login;
        this.problems = problems;
        this.use = use;
    }

    @Override
    public Findings look() throws InterruptedException {
        List<Found> running = new ArrayList<>();
        List<EngineChoice> known = new ArrayList<>();
        for (EngineChoice choice : engines.choices()) {
            if (!choice.key().equals(FoundEngines.OWN)) {
                known.add(choice);
                if (choice.problem().isEmpty() && test(choice) instanceof Answers answer) {
                    running.add(answer.engine());
                }
            }
        }
        List<Checked> checked =
                engines.lookedAt().stream().map(FirstRunEngines::checked).toList();
        HostState state = own.refresh();
        Optional<Problem> unavailable = state.phase() == HostPhase.ABSENT
                ? state.problem().map(problem -> problems.map(new HostException(problem), starting()))
                : Optional.empty();
        return new Findings(running, known, checked, new Own(engines.own(), unavailable), vm());
    }

    private Vm vm() throws InterruptedException {
        List<String> names = machines.names();
        if (names.isEmpty()) {
            String name = HostMachines.USUAL_NAME;
            EngineChoice choice = new EngineChoice(FoundEngines.machineKey(name), name, "", Optional.empty());
            return new NewVm(choice, machines.offer(), usualFolder());
        }
        String name = names.contains(HostMachines.USUAL_NAME) ? HostMachines.USUAL_NAME : names.getFirst();
        EngineChoice choice = engines.machine(name);
        try {
            return new KnownVm(
                    choice, Figures.of(machines.machines().config(name).resources()));
        } catch (VmException e) {
            return new KnownVm(choice, "");
        }
    }

    /// Where many keep what they work on, if this user does.
    private static Optional<Path> usualFolder() {
        Path code = Path.of(System.getProperty("user.home"), "code");
        return Optional.of(code).filter(Files::isDirectory);
    }

    @Override
    public Tested test(String addressOrContext) {
        EngineChoice choice = engines.named(addressOrContext);
        return test(choice);
    }

    private Tested test(EngineChoice choice) {
        try (Engine engine = engines.target(choice).connect()) {
            EngineVersion version = engine.system().version();
            String product = version.isPodman() ? "Podman " : "Docker Engine ";
            return new Answers(new Found(choice, product + version.version()));
        } catch (EngineException e) {
            return new Fails(problems.map(e, new Attempt("connect to", choice.title())));
        }
    }

    @Override
    public void use(EngineChoice choice) {
        use.accept(choice);
    }

    @Override
    public void startOwn(Steps steps) throws SetUpFailedException, InterruptedException {
        try {
            new OwnEngine(own).start(steps::now);
        } catch (HostException e) {
            throw new SetUpFailedException(problems.map(e, starting()), e);
        }
    }

    @Override
    public VmCheck acceleration(boolean again) {
        return machines.acceleration(again);
    }

    @Override
    public LoginStart loginStart() {
        return login;
    }

    @Override
    public void createVm(NewMachine wanted, Steps steps) throws SetUpFailedException, InterruptedException {
        try {
            machines.create(
                    HostMachines.USUAL_NAME,
                    wanted,
                    told -> steps.now(told.stream().map(OwnEngine::step).toList()));
        } catch (VmException | HostException e) {
            throw new SetUpFailedException(problems.map(e, new Attempt("create", HostMachines.USUAL_NAME)), e);
        }
    }

    @Override
    public void startVm(EngineChoice choice, Steps steps) throws SetUpFailedException, InterruptedException {
        try {
            engines.target(choice).start(steps::now);
        } catch (HostException e) {
            throw new SetUpFailedException(problems.map(e, new Attempt("start", choice.title())), e);
        }
    }

    private static Attempt starting() {
        return new Attempt("start", "Quayside's own engine");
    }

    private static Checked checked(Candidate candidate) {
        return new Checked(candidate.subject(), candidate.detail());
    }
}
