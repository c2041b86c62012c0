package io.quayside.desktop.problem;

import io.quayside.engine.error.ApiVersionUnsupportedException;
import io.quayside.engine.error.BadRequestException;
import io.quayside.engine.error.CancelledException;
import io.quayside.engine.error.ConflictException;
import io.quayside.engine.error.DeniedException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.EngineProtocolException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.error.NotPossibleException;
import io.quayside.engine.error.OtherStatusException;
import io.quayside.engine.error.RefusedException;
import io.quayside.engine.error.ServerErrorException;
import io.quayside.engine.error.StreamBrokenException;
import io.quayside.engine.error.UnreachableException;
import io.quayside.engine.files.FileActionException;
import io.quayside.engine.host.HostException;
import io.quayside.engine.host.HostProblem;
import io.quayside.engine.volume.VolumeArchiveException;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts failures into words, and logs each one, once. Buttons are added by whoever shows the problem and knows what can
/// be
/// done about it there; the code says which cause it is.
///
/// Any thread but the FX thread: naming the program on a port reads files.
public final class ProblemMapper {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    private final CauseText causes;

    public ProblemMapper(PortHolder ports) {
        this.causes = new CauseText(ports);
    }

    /// The problem behind `failure`, for something that was tried.
    public Problem map(Throwable failure, Attempt attempt) {
        Problem problem = switch (failure) {
            case EngineException engine -> engine(engine, attempt);
            case HostException host -> host(host.problem());
            case VmException machine -> machine(machine.problem());
            case FileActionException file ->
                new Problem(
                        attempt.title(),
                        file.why(),
                        List.of(),
                        file.words(),
                        List.of(),
                        "files-" + file.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        true);
            case VolumeArchiveException archive ->
                new Problem(
                        attempt.title(),
                        Objects.requireNonNull(archive.getMessage()),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        "archive-"
                                + archive.reason()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-'),
                        true);
            case UncheckedIOException file -> other(Objects.requireNonNull(file.getCause()), attempt);
            default -> other(failure, attempt);
        };
        log(problem, failure);
        return problem;
    }

    /// The problem behind an error that the engine keeps with a container, such as `State.Error` of one that couldn't
    /// start.
    public Problem ofWords(String engineMessage, Attempt attempt) {
        return EngineWords.read(engineMessage)
                .map(cause -> causes.problem(cause, attempt, Optional.of(engineMessage), List.of()))
                .orElseGet(() -> new Problem(
                        attempt.title(),
                        "The engine gave the reason below.",
                        List.of(),
                        Optional.of(engineMessage),
                        List.of(),
                        "engine-said",
                        true));
    }

    private static Problem host(HostProblem problem) {
        Optional<String> words =
                problem.lastWords().isEmpty() ? Optional.empty() : Optional.of(String.join("\n", problem.lastWords()));
        return new Problem(
                problem.what(),
                problem.why() + " " + problem.advice(),
                List.of(),
                words,
                List.of("Time: " + Instant.now().truncatedTo(ChronoUnit.SECONDS)),
                problem.code(),
                true);
    }

    private static Problem machine(VmProblem problem) {
        VmProblem.Words words = problem.words();
        return host(
                new HostProblem.Machine(words.what(), words.why(), words.advice(), words.code(), problem.lastWords()));
    }

    private Problem engine(EngineException failure, Attempt attempt) {
        return switch (failure) {
            case RefusedException refused -> refused(refused, attempt);
            case UnreachableException unreachable -> UnreachableText.problem(unreachable, details(failure));
            case ApiVersionUnsupportedException api ->
                new Problem(
                        "This engine speaks API %s, Quayside needs %s.".formatted(api.engineMax(), api.ourMin()),
                        "Its range is %s to %s; Quayside knows %s to %s."
                                .formatted(api.engineMin(), api.engineMax(), api.ourMin(), api.ourMax()),
                        List.of(),
                        Optional.empty(),
                        details(failure),
                        "api-version",
                        true);
            case EngineProtocolException protocol ->
                new Problem(
                        "What answers is not a container engine.",
                        "The answer can't be read as one of the Engine API.",
                        List.of(),
                        Optional.of(protocol.firstBytes()).filter(text -> !text.isEmpty()),
                        details(failure),
                        "not-an-engine",
                        true);
            case StreamBrokenException broken ->
                new Problem(
                        attempt.title(),
                        "The connection to the engine broke before it answered. Whether it was done is not known.",
                        List.of(),
                        Optional.ofNullable(broken.getMessage()),
                        details(failure),
                        "connection-broke",
                        true);
            case NotPossibleException refused ->
                new Problem(
                        attempt.title(), refused.why(), List.of(), Optional.empty(), List.of(), "not-possible", true);
            case CancelledException cancelled ->
                new Problem("Cancelled.", "", List.of(), Optional.empty(), details(cancelled), "cancelled", true);
        };
    }

    private Problem refused(RefusedException failure, Attempt attempt) {
        Optional<EngineCause> cause = failure.engineMessage().flatMap(EngineWords::read);
        if (cause.isPresent()) {
            return causes.problem(cause.get(), attempt, failure.engineMessage(), details(failure));
        }
        String code = code(failure);
        String why = failure instanceof NotFoundException && !attempt.object().isEmpty()
                ? "It is not there any more."
                : failure.engineMessage().isPresent()
                        ? "The engine gave the reason below."
                        : "The engine gave no reason.";
        return new Problem(attempt.title(), why, List.of(), failure.engineMessage(), details(failure), code, true);
    }

    private static String code(RefusedException failure) {
        return switch (failure) {
            case NotFoundException ignored -> "not-found";
            case ConflictException ignored -> "conflict";
            case BadRequestException ignored -> "bad-request";
            case DeniedException ignored -> "denied";
            case ServerErrorException ignored -> "engine-error";
            case OtherStatusException ignored -> "engine-status";
        };
    }

    private static Problem other(Throwable failure, Attempt attempt) {
        boolean file = failure instanceof IOException;
        String message = Optional.ofNullable(failure.getMessage())
                .orElse(failure.getClass().getSimpleName());
        boolean full = file && message.contains("No space left");
        return new Problem(
                attempt.title(),
                full
                        ? "The disk of this computer is full."
                        : file ? "The file could not be read or written." : "Quayside made a mistake.",
                List.of(),
                Optional.of(message),
                List.of("Time: " + Instant.now().truncatedTo(ChronoUnit.SECONDS)),
                file ? "file" : failure.getClass().getSimpleName(),
                file);
    }

    private static List<String> details(EngineException failure) {
        List<String> details = new ArrayList<>();
        failure.requestLine().ifPresent(line -> details.add("Request: " + line));
        failure.status().ifPresent(status -> details.add("Status: " + status));
        details.add("Time: " + Instant.now().truncatedTo(ChronoUnit.SECONDS));
        return details;
    }

    private static void log(Problem problem, Throwable failure) {
        if (problem.code().equals("cancelled")) {
            return;
        }
        if (problem.expected()) {
            LOG.info("{}: {}", problem.code(), failure.toString());
        } else {
            LOG.error("{}", problem.code(), failure);
        }
    }
}
