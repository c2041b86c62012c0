package io.quayside.desktop.compose;

import io.quayside.desktop.builds.BuildStep;
import io.quayside.desktop.builds.BuildSteps;
import io.quayside.desktop.compose.RunStep.State;
import io.quayside.engine.compose.ComposeEvent;
import io.quayside.engine.compose.ComposeModel;
import io.quayside.engine.compose.ComposeService;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is known of a run, folded from what Docker Compose tells. Any thread: the one that reads it writes, others take
/// snapshots; the object's lock covers both.
public final class RunSteps {
    private static final Pattern NUMBER = Pattern.compile(".*[-_](\\d{1,6})");
    private static final Pattern PULLED = Pattern.compile("Pulled .*|Not pulled");
    private static final String PULL = "pull";
    private static final String BUILD = "build";

    private record Key(ComposeEvent.Kind kind, String name) {}

    /// The bytes of a layer.
    private record Bytes(long current, long total) {}

    private final String project;
    private final Optional<ComposeModel> model;
    private final Map<String, String> containers;
    private final InstantSource clock;
    private final Map<Key, Map<String, RunStep>> items = new LinkedHashMap<>(); // guarded by this, as all below
    private final Map<String, Map<String, Bytes>> layers = new HashMap<>();
    private final BuildSteps builds = new BuildSteps();

    /// @param model what the files say, if they were read
    /// @param containers the service of each container that is there, by its name
    RunSteps(String project, Optional<ComposeModel> model, Map<String, String> containers, InstantSource clock) {
        this.project = project;
        this.model = model;
        this.containers = Map.copyOf(containers);
        this.clock = clock;
    }

    /// A network or volume that takes part and is there already.
    synchronized void here(ComposeEvent.Kind kind, String name) {
        steps(kind, name).put("", RunStep.here("", "Already here"));
    }

    /// A service that will take part.
    synchronized void expect(String service) {
        steps(ComposeEvent.Kind.SERVICE, service).put("", RunStep.waiting(""));
    }

    /// All that takes part, with its steps as far as they are.
    public synchronized List<RunItem> snapshot() {
        Map<String, List<RunStep>> built = built();
        return items.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> place(entry.getKey().kind())))
                .map(entry -> {
                    List<RunStep> steps = new ArrayList<>();
                    entry.getValue().forEach((key, step) -> {
                        List<RunStep> parts = key.equals(BUILD)
                                ? built.getOrDefault(entry.getKey().name(), List.of())
                                : List.of();
                        // What a build does says more than that it builds.
                        steps.addAll(parts);
                        if (parts.isEmpty() || step.state() == State.FAILED) {
                            steps.add(step);
                        }
                    });
                    return new RunItem(entry.getKey().kind(), entry.getKey().name(), steps);
                })
                .toList();
    }

    /// Networks and volumes come before what needs them, whenever they are told.
    private static int place(ComposeEvent.Kind kind) {
        return switch (kind) {
            case NETWORK -> 0;
            case VOLUME -> 1;
            case CONTAINER, IMAGE, SERVICE, OTHER -> 2;
        };
    }

    /// Which service a step of a build is of, empty if that isn't known.
    synchronized String serviceOf(int step) {
        return builds.snapshot().stream()
                .filter(one -> one.id() == step)
                .findFirst()
                .map(one -> service(one.stage()))
                .orElse("");
    }

    synchronized void take(ComposeEvent event) {
        switch (event) {
            case ComposeEvent.Changed changed -> change(changed);
            case ComposeEvent.Layer layer -> layer(layer);
            case ComposeEvent.Built(var told) -> {
                builds.accept(told);
                if (!(told instanceof io.quayside.engine.build.BuildEvent.Output)) {
                    built().keySet().forEach(service -> begin(service, BUILD, "Building the image"));
                }
            }
            case ComposeEvent.Warning ignored -> {}
            case ComposeEvent.Output ignored -> {}
        }
    }

    /// It is over.
    synchronized void over(boolean good) {
        Instant now = clock.instant();
        builds.over(now, good, 0, "");
        items.values()
                .forEach(steps -> steps.replaceAll((key, step) -> switch (step.state()) {
                    case DONE ->
                        // What a registry said is no failure while there is another way, such as a build.
                        !good
                                        && key.equals(PULL)
                                        && !PULLED.matcher(step.text()).matches()
                                ? step.over(step.text(), State.FAILED, now)
                                : step;
                    case WORKING -> step.over(step.text(), good ? State.DONE : State.STOPPED, now);
                    case WAITING -> good ? step.over(step.text(), State.DONE, now) : step;
                    case FAILED, STOPPED -> step;
                }));
    }

    private Map<String, RunStep> steps(ComposeEvent.Kind kind, String name) {
        return items.computeIfAbsent(new Key(kind, name), ignored -> new LinkedHashMap<>());
    }

    private void change(ComposeEvent.Changed changed) {
        switch (changed.kind()) {
            case CONTAINER -> container(changed);
            case SERVICE -> image(changed.name(), changed);
            case IMAGE -> servicesOf(changed.name()).forEach(service -> image(service, changed));
            case NETWORK, VOLUME, OTHER -> {
                Map<String, RunStep> steps = steps(changed.kind(), changed.name());
                steps.put("", next(steps.getOrDefault("", RunStep.waiting("")), changed, changed.status()));
            }
        }
    }

    /// The services of an image; one that the files don't name is a thing of its own.
    private List<String> servicesOf(String image) {
        return model.stream()
                .flatMap(files -> files.services().stream())
                .filter(service -> service.image().equals(image)
                        || (service.image().isEmpty() && image.equals(project + "-" + service.name())))
                .map(ComposeService::name)
                .toList();
    }

    private void image(String service, ComposeEvent.Changed changed) {
        String key = changed.status().startsWith("Buil") ? BUILD : PULL;
        String text = switch (changed.status()) {
            case "Pulling" -> "Pulling " + imageOf(service);
            case "Pulled" -> "Pulled " + imageOf(service);
            case "Building" -> "Building the image";
            case "Built" -> "Built the image";
            case "Skipped" -> "Not pulled";
            default -> changed.status();
        };
        put(service, key, changed, text);
    }

    private String imageOf(String service) {
        return model.flatMap(files -> files.service(service))
                .map(ComposeService::image)
                .filter(image -> !image.isEmpty())
                .orElse("the image");
    }

    private void container(ComposeEvent.Changed changed) {
        String service = service(changed);
        Matcher number = NUMBER.matcher(changed.name());
        String which = isScaled(service) && number.matches() ? " " + number.group(1) : "";
        Map<String, RunStep> steps = steps(ComposeEvent.Kind.SERVICE, service);
        String key = changed.name() + " " + Phase.of(changed.status());
        boolean created = Optional.ofNullable(steps.get(key))
                .filter(step -> step.text().startsWith("Created")
                        || step.text().startsWith("Creat")
                        || step.text().startsWith("Made"))
                .isPresent();
        put(service, key, changed, Phase.text(changed.status(), created) + which);
    }

    private boolean isScaled(String service) {
        return model.flatMap(files -> files.service(service))
                        .filter(known -> known.replicas() > 1)
                        .isPresent()
                || containers.values().stream().filter(service::equals).count() > 1;
    }

    /// The service of a container: as the engine says, as the files say, or as Docker Compose makes names.
    private String service(ComposeEvent.Changed changed) {
        String name = changed.name();
        // While it is made anew it goes by `ID_NAME`.
        String plain = name.replaceFirst("^[0-9a-f]{12}_", "");
        return Optional.ofNullable(containers.get(plain))
                .or(() -> model.flatMap(files -> files.services().stream()
                        .filter(service -> service.containerName().equals(plain))
                        .map(ComposeService::name)
                        .findFirst()))
                .orElseGet(() -> plain.replaceFirst("^" + Pattern.quote(project) + "[-_]", "")
                        .replaceFirst("[-_]\\d{1,6}$", ""));
    }

    private void begin(String service, String key, String text) {
        Map<String, RunStep> steps = steps(ComposeEvent.Kind.SERVICE, service);
        steps.remove("");
        steps.computeIfAbsent(key, ignored -> RunStep.waiting(text).working(text, clock.instant()));
    }

    private void put(String service, String key, ComposeEvent.Changed changed, String text) {
        Map<String, RunStep> steps = steps(ComposeEvent.Kind.SERVICE, service);
        steps.remove("");
        steps.put(key, next(steps.getOrDefault(key, RunStep.waiting("")), changed, text));
    }

    private RunStep next(RunStep was, ComposeEvent.Changed changed, String text) {
        Instant now = clock.instant();
        return switch (changed.stand()) {
            case WORKING -> was.working(text, now);
            case DONE ->
                switch (changed.status()) {
                    case "Running" -> was.begun().isEmpty() ? RunStep.here(text, "") : was.over(text, State.DONE, now);
                    // It isn't started yet.
                    case "Created", "Recreated" ->
                        changed.kind() == ComposeEvent.Kind.CONTAINER
                                ? was.made(text)
                                : was.over(text, State.DONE, now);
                    default -> was.over(text, State.DONE, now);
                };
            case FAILED -> was.over(changed.detail().isEmpty() ? text : changed.detail(), State.FAILED, now);
        };
    }

    private void layer(ComposeEvent.Layer layer) {
        List<String> services = items.containsKey(new Key(ComposeEvent.Kind.SERVICE, layer.service()))
                ? List.of(layer.service())
                : servicesOf(layer.service());
        for (String service : services) {
            Map<String, Bytes> all = layers.computeIfAbsent(service, ignored -> new HashMap<>());
            if (layer.total() > 0) {
                all.merge(
                        layer.layer(),
                        new Bytes(layer.current(), layer.total()),
                        (before, now) -> now.current() >= before.current() ? now : before);
            }
            long total = all.values().stream().mapToLong(Bytes::total).sum();
            long done = all.values().stream().mapToLong(Bytes::current).sum();
            steps(ComposeEvent.Kind.SERVICE, service)
                    .computeIfPresent(
                            PULL,
                            (key, step) -> step.isOver() || total == 0 ? step : step.withShare((double) done / total));
        }
    }

    /// The instructions of each service that is built.
    private Map<String, List<RunStep>> built() {
        Map<String, List<RunStep>> all = new HashMap<>();
        for (BuildStep step : builds.snapshot()) {
            String service = service(step.stage());
            if (step.isInstruction() && !service.isEmpty()) {
                all.computeIfAbsent(service, ignored -> new ArrayList<>()).add(step(step));
            }
        }
        return all;
    }

    /// A stage begins with its service's name.
    private static String service(String stage) {
        int blank = stage.indexOf(' ');
        return blank < 0 ? stage : stage.substring(0, blank);
    }

    private static RunStep step(BuildStep step) {
        State state = switch (step.state()) {
            case WAITING, NOT_REACHED -> State.WAITING;
            case RUNNING -> State.WORKING;
            case CACHED, DONE -> State.DONE;
            case FAILED -> State.FAILED;
            case STOPPED -> State.STOPPED;
        };
        return new RunStep(
                step.instruction().lines().findFirst().orElse(""),
                state,
                step.state() == BuildStep.State.CACHED ? "Cached" : "",
                step.begun(),
                step.ended(),
                -1);
    }
}
