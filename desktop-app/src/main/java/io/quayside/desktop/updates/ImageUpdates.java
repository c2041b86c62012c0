package io.quayside.desktop.updates;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.registries.RegistryLogins;
import io.quayside.desktop.registries.RegistryWords;
import io.quayside.desktop.state.Listeners;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskContext;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.task.Tasks;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.credential.CredentialException;
import io.quayside.engine.credential.Login;
import io.quayside.engine.credential.RegistryServer;
import io.quayside.engine.model.ImageSummary;
import io.quayside.engine.registry.RegistryClient;
import io.quayside.engine.registry.RegistryException;
import io.quayside.engine.registry.RemoteRepository;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Compares images here with what registries have under their names. Asks for digests only, fetches nothing, and asks
/// only when told to. Tasks are started on the FX thread, where listeners hear too; everything else is for any.
public final class ImageUpdates {
    private static final Logger LOG = LoggerFactory.getLogger(ImageUpdates.class);

    private final Tasks tasks;
    private final FxThread fx;
    private final InstantSource clock;
    private final ProblemMapper problems;
    private final RegistryLogins logins;
    private final List<Path> certificates;
    private final SeenTags seen;
    private final Map<String, UpdateState.Unanswered> unanswered = new ConcurrentHashMap<>();
    private final Set<String> asking = ConcurrentHashMap.newKeySet();
    private final Listeners<ImageUpdates> listeners = new Listeners<>();

    /// @param logins who asks
    /// @param certificates where the authorities of private registries stand
    /// @param file where answers are kept for the next start
    public ImageUpdates(
            Tasks tasks,
            FxThread fx,
            InstantSource clock,
            ProblemMapper problems,
            RegistryLogins logins,
            List<Path> certificates,
            Path file) {
        this.tasks = tasks;
        this.fx = fx;
        this.clock = clock;
        this.problems = problems;
        this.logins = logins;
        this.certificates = List.copyOf(certificates);
        this.seen = new SeenTags(file);
    }

    /// What is known of a name of an image here.
    public UpdateState of(ImageSummary image, String reference) {
        Optional<UpdateTarget> target = UpdateTarget.of(image, reference);
        if (target.isEmpty()) {
            return new UpdateState.Unknown();
        }
        if (asking.contains(reference)) {
            return new UpdateState.Asking();
        }
        Optional<SeenTag> tag = seen.of(reference);
        if (tag.isPresent() && !target.get().digests().contains(tag.get().digest())) {
            return new UpdateState.Available(tag.get().when());
        }
        UpdateState.Unanswered failed = unanswered.get(reference);
        if (failed != null) {
            return failed;
        }
        return tag.<UpdateState>map(there -> new UpdateState.Current(there.when()))
                .orElseGet(UpdateState.Unknown::new);
    }

    /// Hears on the FX thread when something else is known.
    public Subscription onChange(Runnable listener) {
        return listeners.add(ignored -> listener.run());
    }

    /// When every image was asked about last.
    Optional<Instant> allAsked() {
        return seen.all();
    }

    /// Asks about these, as a task. FX thread.
    ///
    /// @param what "redis:7", "12 images"
    /// @param done hears on the FX thread what came of it, unless it was cancelled
    public void check(List<UpdateTarget> targets, String what, Consumer<UpdateReport> done) {
        List<UpdateTarget> mine = targets.stream()
                .filter(target -> asking.add(target.reference()))
                .toList();
        if (mine.isEmpty()) {
            return;
        }
        listeners.tell(this);
        tasks.task("Checking " + what + " for updates")
                .doneTitle("Checked " + what + " for updates")
                .kind(TaskKind.IMAGE)
                .location("images")
                .brief()
                .explain(failure -> problems.map(failure, new Attempt("check", what)))
                .onEnd(() -> {
                    mine.forEach(target -> asking.remove(target.reference()));
                    listeners.tell(this);
                })
                .start(context -> ask(mine, context), done);
    }

    /// Asks about all of them, which counts as the day's check.
    void checkAll(List<UpdateTarget> targets) {
        seen.all(clock.instant());
        check(targets, targets.size() == 1 ? "1 image" : targets.size() + " images", report -> {});
    }

    private UpdateReport ask(List<UpdateTarget> targets, TaskContext context) {
        Map<String, RegistryException> failures = new LinkedHashMap<>();
        Map<String, RegistryClient> clients = new HashMap<>();
        Map<String, RegistryException> away = new HashMap<>();
        int available = 0;
        int done = 0;
        try {
            for (UpdateTarget target : targets) {
                String host = RemoteRepository.ofImage(target.reference()).host();
                context.progress(done++, targets.size());
                context.detail(SafeText.line(host));
                try {
                    RegistryException before = away.get(host);
                    if (before != null) {
                        throw before;
                    }
                    available += ask(target, clients) ? 1 : 0;
                } catch (RegistryException e) {
                    if (context.isCancelled() || e instanceof RegistryException.Cancelled) {
                        throw new CancellationException("Checking was cancelled");
                    }
                    if (isOfTheHost(e)) {
                        away.put(host, e);
                    }
                    failures.put(target.reference(), e);
                    fail(target.reference(), e);
                } finally {
                    asking.remove(target.reference());
                    fx.run(() -> listeners.tell(this));
                }
            }
        } finally {
            // A thread that was interrupted can't write; the next check does.
            if (!context.isCancelled()) {
                seen.keep(clock.instant());
            }
        }
        UpdateReport report = new UpdateReport(targets.size(), available, failures);
        context.outcome(report.words());
        return report;
    }

    /// Returns whether the registry has another image under this name.
    private boolean ask(UpdateTarget target, Map<String, RegistryClient> clients) throws RegistryException {
        String reference = target.reference();
        RemoteRepository repository = RemoteRepository.ofImage(reference);
        RegistryClient known = clients.get(repository.server());
        RegistryClient client =
                known == null ? RegistryClient.open(repository, login(reference), certificates) : known.of(repository);
        clients.put(repository.server(), client);
        Optional<String> digest = client.digest(RemoteRepository.tag(reference));
        if (digest.isEmpty()) {
            unanswered.put(
                    reference,
                    new UpdateState.Unanswered(
                            SafeText.line(repository.host()) + " doesn’t say what its tags stand for.",
                            clock.instant()));
            return false;
        }
        unanswered.remove(reference);
        seen.see(reference, new SeenTag(digest.get(), clock.instant()));
        return !target.digests().contains(digest.get());
    }

    private void fail(String reference, RegistryException why) {
        LOG.info("Whether {} has an update isn't known: {}", reference, why.toString());
        unanswered.put(reference, new UpdateState.Unanswered(RegistryWords.why(why), clock.instant()));
    }

    /// Whether the other images of this registry needn't be asked about.
    private static boolean isOfTheHost(RegistryException e) {
        return switch (e) {
            case RegistryException.Unreachable _,
                    RegistryException.UnknownHost _,
                    RegistryException.Untrusted _,
                    RegistryException.RateLimited _ -> true;
            case RegistryException.Denied _,
                    RegistryException.NotFound _,
                    RegistryException.Unexpected _,
                    RegistryException.Cancelled _ -> false;
        };
    }

    /// Until when the registry of an image allows no more, if it doesn't now and says so. Blocks.
    public Optional<Instant> limitedUntil(String reference) {
        try {
            RegistryClient.open(RemoteRepository.ofImage(reference), login(reference), certificates)
                    .digest(RemoteRepository.tag(reference));
            return Optional.empty();
        } catch (RegistryException.RateLimited e) {
            return e.retryAfter().map(clock.instant()::plus);
        } catch (RegistryException e) {
            LOG.info("When {} allows more isn't known: {}", reference, e.toString());
            return Optional.empty();
        }
    }

    /// How many bytes of layers a registry has for an image, if it tells. Docker Hub isn't asked: it counts the
    /// question
    /// as a pull. Blocks.
    ///
    /// @param architecture as images name it
    public OptionalLong pullSize(String reference, String architecture) {
        RemoteRepository repository = RemoteRepository.ofImage(reference);
        if (repository.server().equals(RegistryServer.DOCKER_HUB) || architecture.isEmpty()) {
            return OptionalLong.empty();
        }
        int at = reference.indexOf('@');
        try {
            return RegistryClient.open(repository, login(reference), certificates)
                    .size(at < 0 ? RemoteRepository.tag(reference) : reference.substring(at + 1), architecture);
        } catch (RegistryException e) {
            LOG.debug("How large {} is isn't known: {}", reference, e.toString());
            return OptionalLong.empty();
        }
    }

    /// Whether there is a login for the registry of an image. Blocks.
    public boolean isSignedIn(String reference) {
        return login(reference).isPresent();
    }

    /// As docker does: a login that can't be read is none.
    private Optional<Login> login(String reference) {
        try {
            return logins.loginForImage(reference);
        } catch (CredentialException e) {
            LOG.warn("The login for {} can't be read: {}", reference, e.getMessage());
            return Optional.empty();
        }
    }
}
