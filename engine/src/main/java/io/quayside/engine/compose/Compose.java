package io.quayside.engine.compose;

import io.quayside.engine.credential.Login;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.plugin.PlugInRun;
import io.quayside.engine.process.ProcessFailure;
import io.quayside.engine.process.ProcessOutcome;
import io.quayside.engine.process.ProcessRequest;
import io.quayside.engine.process.StreamedProcess;
import io.quayside.engine.process.SystemProcessRunner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/// Docker Compose for one engine. All calls block and end at an interrupt; none holds anything between.
///
/// @param logins beside those that docker keeps
public record Compose(ComposeProgram program, EngineEndpoint endpoint, List<Login> logins) {
    /// The builder of its own, which tells its steps; not docker-buildx, which may not be there.
    private static final Map<String, String> OWN_BUILDER = Map.of("COMPOSE_BAKE", "false");

    /// What would choose other files or another project than those that were given.
    private static final Set<String> HIDDEN = Set.of(
            "COMPOSE_FILE",
            "COMPOSE_PROJECT_NAME",
            "COMPOSE_PROFILES",
            "COMPOSE_ENV_FILES",
            "COMPOSE_PROGRESS",
            "COMPOSE_DISABLE_ENV_FILE",
            "COMPOSE_REMOVE_ORPHANS",
            "COMPOSE_DRY_RUN",
            "COMPOSE_ANSI");

    private static final Pattern LINE = Pattern.compile("\\bline (\\d{1,7})\\b");
    private static final int MODEL_LIMIT = 32 << 20;

    public Compose {
        logins = List.copyOf(logins);
    }

    /// What the files mean (`docker compose config`), services of all profiles included.
    public ComposeModel read(ComposeSource source) throws ComposeException, InterruptedException {
        ComposeSource all = source.withProfiles(Set.of(ComposeSource.ALL_PROFILES));
        ProcessOutcome answer = ask(all, List.of("config", "--format", "json"));
        List<String> warnings = new ArrayList<>();
        ComposeOutput words = new ComposeOutput(event -> {
            if (event instanceof ComposeEvent.Warning warning) {
                warnings.add(warning.words());
            }
        });
        answer.errors().lines().forEach(words::accept);
        if (!answer.succeeded()) {
            throw file(words.error());
        }
        try {
            return ModelReader.read(answer.output(), warnings);
        } catch (JacksonException e) {
            throw new ComposeException.Failed("Docker Compose " + program.version()
                    + " prints something that can't be read: " + e.getOriginalMessage());
        }
    }

    /// The files as one, with everything in them resolved, as YAML (`docker compose config`). May contain secrets of
    /// the user's.
    public String resolved(ComposeSource source) throws ComposeException, InterruptedException {
        return orFail(ask(source, List.of("config")));
    }

    private static String orFail(ProcessOutcome answer) throws ComposeException {
        if (!answer.succeeded()) {
            ComposeOutput words = new ComposeOutput(event -> {});
            answer.errors().lines().forEach(words::accept);
            throw file(words.error());
        }
        return answer.output();
    }

    /// The variables that the files take values from (`docker compose config --variables`), by name.
    public List<ComposeVariable> variables(ComposeSource source) throws ComposeException, InterruptedException {
        ComposeSource all = source.withProfiles(Set.of(ComposeSource.ALL_PROFILES));
        return ComposeVariable.read(orFail(ask(all, List.of("config", "--variables"))));
    }

    /// The files as one, before variables are put in, as JSON (`docker compose config --no-interpolate`).
    public String written(ComposeSource source) throws ComposeException, InterruptedException {
        ComposeSource all = source.withProfiles(Set.of(ComposeSource.ALL_PROFILES));
        return orFail(ask(all, List.of("config", "--no-interpolate", "--format", "json")));
    }

    /// By what Docker Compose knows the state of a service (`docker compose config --hash`). Each version counts it in
    /// its
    /// own way.
    public Optional<String> hash(ComposeSource source, String service) throws ComposeException, InterruptedException {
        ComposeSource all = source.withProfiles(Set.of(ComposeSource.ALL_PROFILES));
        ProcessOutcome answer = ask(all, List.of("config", "--hash", service));
        String[] found = answer.output().strip().split("\\s+", -1);
        return answer.succeeded() && found.length == 2 ? Optional.of(found[1]) : Optional.empty();
    }

    /// What an `up` would do (`docker compose up --dry-run`).
    public ComposePlan plan(ComposeSource source, ComposeAction.Up up) throws ComposeException, InterruptedException {
        List<ComposeEvent> events = new CopyOnWriteArrayList<>();
        run(source, List.of("--dry-run"), up, events::add);
        return ComposePlan.of(events);
    }

    /// Does it, and tells what it does. An interrupt asks Docker Compose to end, which it does after the step it is at;
    /// what is done stays.
    ///
    /// @throws ComposeException.Failed with Docker Compose's words
    public void run(ComposeSource source, ComposeAction action, Consumer<ComposeEvent> events)
            throws ComposeException, InterruptedException {
        run(source, List.of(), action, events);
    }

    private void run(ComposeSource source, List<String> options, ComposeAction action, Consumer<ComposeEvent> events)
            throws ComposeException, InterruptedException {
        List<String> words =
                new ArrayList<>(List.of("--ansi", "never", "--progress", program.json() ? "json" : "plain"));
        words.addAll(options);
        ComposeOutput output = new ComposeOutput(events);
        try (PlugInRun run = PlugInRun.create(endpoint);
                StreamedProcess process = StreamedProcess.start(request(run, source, words, action.words()))) {
            for (Optional<String> line = process.next(); line.isPresent(); line = process.next()) {
                output.accept(line.get());
            }
            if (process.exitCode() != 0) {
                throw new ComposeException.Failed(output.error());
            }
        } catch (ProcessFailure | IOException e) {
            throw new ComposeException.Failed(String.valueOf(e.getMessage()));
        }
    }

    private ProcessOutcome ask(ComposeSource source, List<String> command)
            throws ComposeException, InterruptedException {
        try (PlugInRun run = PlugInRun.create(endpoint)) {
            return new SystemProcessRunner(program.environment())
                    .run(request(run, source, List.of(), command).withOutputLimit(MODEL_LIMIT));
        } catch (ProcessFailure | IOException e) {
            throw new ComposeException.Failed(String.valueOf(e.getMessage()));
        }
    }

    private ProcessRequest request(PlugInRun run, ComposeSource source, List<String> options, List<String> command)
            throws IOException {
        List<String> words = new ArrayList<>(List.of(program.path().toString()));
        words.addAll(options);
        words.addAll(source.options());
        words.addAll(command);
        Map<String, String> environment = new HashMap<>(program.environment());
        environment.putAll(OWN_BUILDER);
        return run.request(words, environment, logins, HIDDEN).withDirectory(source.folder());
    }

    private static ComposeException file(String words) {
        Matcher m = LINE.matcher(words);
        return new ComposeException.File(
                words, m.find() ? OptionalInt.of(Integer.parseInt(m.group(1))) : OptionalInt.empty());
    }
}
