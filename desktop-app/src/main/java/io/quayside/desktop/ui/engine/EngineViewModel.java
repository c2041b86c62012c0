package io.quayside.desktop.ui.engine;

import io.quayside.desktop.machine.MachineFacts;
import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.state.EngineFigures;
import io.quayside.desktop.state.EngineSession;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.state.stats.EngineTrend;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.EngineInfo;
import io.quayside.engine.model.EngineVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The engine in use, as the page shows it. FX thread; asking the engine happens on a virtual thread.
public final class EngineViewModel {
    /// After this time a start offers the log and a way to end it.
    static final Duration SLOW_START = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(EngineViewModel.class);

    private final EngineSession session;
    private final FxThread fx;
    private final Function<EngineChoice, Optional<MachineFacts>> machines;
    private final ReadOnlyObjectWrapper<EngineStatus> status;
    private final ReadOnlyObjectWrapper<Optional<EngineFacts>> facts = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<EngineFigures> figures = new ReadOnlyObjectWrapper<>(EngineFigures.UNKNOWN);
    private final ReadOnlyObjectWrapper<EngineTrend> trend = new ReadOnlyObjectWrapper<>(EngineTrend.EMPTY);
    private final ReadOnlyObjectWrapper<Boolean> slowStart = new ReadOnlyObjectWrapper<>(false);
    private Subscription slowTimer = () -> {};
    private Optional<Instant> watched = Optional.empty();
    private boolean startAgain;

    public EngineViewModel(EngineSession session, FxThread fx) {
        this(session, fx, choice -> Optional.empty());
    }

    /// @param machines what is known of the machine behind a choice; empty if there is none. Blocks
    public EngineViewModel(
            EngineSession session, FxThread fx, Function<EngineChoice, Optional<MachineFacts>> machines) {
        this.session = session;
        this.machines = machines;
        this.fx = fx;
        this.status = new ReadOnlyObjectWrapper<>(session.status());
    }

    /// Follows the engine until the handle is closed.
    Subscription follow() {
        Subscription statuses = session.onStatus(next -> fx.run(() -> changed(next)));
        Subscription live = session.onFigures(next -> fx.run(() -> figures.set(next)));
        Subscription history = session.stats().onTrend(next -> fx.run(() -> trend.set(next)));
        return Subscription.all(statuses, live, history, () -> {
            slowTimer.close();
            watched = Optional.empty();
        });
    }

    ReadOnlyObjectProperty<EngineStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /// Empty until the engine was asked.
    ReadOnlyObjectProperty<Optional<EngineFacts>> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<EngineFigures> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    /// The figures over time; changes every two seconds while the page is shown.
    ReadOnlyObjectProperty<EngineTrend> trendProperty() {
        return trend.getReadOnlyProperty();
    }

    /// Whether a start takes so long that the log and a way to end it are offered.
    ReadOnlyObjectProperty<Boolean> slowStartProperty() {
        return slowStart.getReadOnlyProperty();
    }

    /// Whether everything about the present status is known.
    boolean settled() {
        return switch (status.get()) {
            case EngineStatus.Connected _ ->
                facts.get().isPresent() && !Double.isNaN(figures.get().cpuPercent());
            case EngineStatus.Connecting _ -> false;
            default -> true;
        };
    }

    String title() {
        return session.choice().map(choice -> choice.title()).orElse("");
    }

    /// Which engine it is.
    Optional<String> key() {
        return session.choice().map(EngineChoice::key);
    }

    String address() {
        return session.choice().map(choice -> choice.address()).orElse("");
    }

    /// Whether the engine is Quayside's to start and stop.
    boolean isOwn() {
        return session.canStartAndStop();
    }

    void start() {
        session.start();
    }

    void stop() {
        startAgain = false;
        session.stop();
    }

    void restart() {
        startAgain = true;
        session.stop();
    }

    void retry() {
        session.retryNow();
    }

    /// What stopping would end, or empty if nothing runs and no question is needed.
    Optional<Confirmation> stopQuestion(String act) {
        List<Confirmation.Line> running = session.mirror().snapshot().containers().stream()
                .flatMap(containers -> containers.values().stream())
                .filter(container -> container.isUp())
                .map(container -> new Confirmation.Line(container.name(), "running"))
                .toList();
        if (running.isEmpty()) {
            return Optional.empty();
        }
        String count = running.size() == 1 ? "1 container" : running.size() + " containers";
        return Optional.of(new Confirmation(
                act + " the engine?",
                count + " will stop. Containers, images and volumes stay on disk.",
                running,
                act + " the engine",
                Optional.empty()));
    }

    private void changed(EngineStatus next) {
        boolean reconnected =
                next instanceof EngineStatus.Connected && !(status.get() instanceof EngineStatus.Connected);
        status.set(next);
        if (reconnected
                || (next instanceof EngineStatus.Connected && facts.get().isEmpty())) {
            session.engine().ifPresent(this::ask);
        }
        if (!(next instanceof EngineStatus.Connected)) {
            facts.set(Optional.empty());
            figures.set(EngineFigures.UNKNOWN);
        }
        if (next instanceof EngineStatus.Stopped && startAgain) {
            startAgain = false;
            session.start();
        }
        watchStart(next);
    }

    private void watchStart(EngineStatus next) {
        if (!(next instanceof EngineStatus.Starting starting)) {
            slowTimer.close();
            slowStart.set(false);
        } else if (!watched.equals(Optional.of(starting.since()))) {
            slowTimer.close();
            slowStart.set(false);
            slowTimer = fx.after(leftOf(starting), () -> slowStart.set(true));
        }
        watched = next instanceof EngineStatus.Starting starting ? Optional.of(starting.since()) : Optional.empty();
    }

    /// Clamped, because the computer's clock may have been set since the start began.
    private static Duration leftOf(EngineStatus.Starting starting) {
        long left = SLOW_START.toMillis()
                - Duration.between(starting.since(), Instant.now()).toMillis();
        return Duration.ofMillis(Math.clamp(left, 0, SLOW_START.toMillis()));
    }

    private void ask(Engine engine) {
        boolean own = isOwn();
        Thread.ofVirtual().name("engine-facts").start(() -> {
            try {
                EngineInfo info = engine.system().info();
                EngineVersion version = engine.system().version();
                String api = engine.apiVersion().toString();
                EngineFacts answer = session.choice()
                        .flatMap(machines)
                        .map(machine -> EngineFacts.of(info, version, api, machine))
                        .orElseGet(() -> EngineFacts.of(info, version, api, own));
                fx.run(() -> {
                    if (session.engine().filter(now -> now.equals(engine)).isPresent()) {
                        facts.set(Optional.of(answer));
                    }
                });
            } catch (EngineException e) {
                // The session notices a lost engine itself and says so.
                LOG.info("The engine didn't describe itself: {}", e.getMessage());
            }
        });
    }
}
