package io.quayside.desktop.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.AppTask.NextStep;
import io.quayside.desktop.task.AppTask.State;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TaskRunnerTest {
    private final InlineFxThread fx = new InlineFxThread();
    private final TaskRunner tasks = new TaskRunner(fx, fx, TaskRunnerTest::general);
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch ended = new CountDownLatch(1);

    @AfterEach
    void close() {
        tasks.close();
    }

    private static Problem general(Throwable failure) {
        return new Problem(
                "It failed.", String.valueOf(failure.getMessage()), List.of(), Optional.empty(), List.of(), "x", true);
    }

    private Tasks.Builder task() {
        return tasks.task("Pulling redis:7.2").doneTitle("Pulled redis:7.2").onEnd(() -> {
            heard.add("end");
            ended.countDown();
        });
    }

    private void awaitEnd() throws InterruptedException {
        assertTrue(ended.await(10, TimeUnit.SECONDS));
    }

    private static String line(AppTask task) {
        return task.titleProperty().get() + " | " + task.stateProperty().get() + " | "
                + task.detailProperty().get();
    }

    @Test
    void howLongATaskRunsDoesNotFollowTheTimeOfDay() throws InterruptedException {
        CountDownLatch hold = new CountDownLatch(1);
        AppTask task = task().start(context -> hold.await(10, TimeUnit.SECONDS), done -> {}, done -> Optional.empty());
        fx.advance(Duration.ofHours(1));
        assertTrue(task.elapsed().compareTo(Duration.ofMinutes(1)) < 0, task.elapsed()::toString);
        hold.countDown();
        awaitEnd();
        assertEquals(task.elapsed(), task.elapsed());
    }

    @Test
    void successHandsOverTheResultAndItsNextStep() throws InterruptedException {
        AppTask task = task().start(
                        context -> {
                            context.outcome("29.4 MB in 3.1 s");
                            return 42;
                        },
                        result -> heard.add("success " + result),
                        result -> Optional.of(new NextStep("Run", () -> heard.add("next " + result))));
        awaitEnd();
        task.next().orElseThrow().run().run();
        assertEquals("Pulled redis:7.2 | SUCCEEDED | 29.4 MB in 3.1 s", line(task));
        assertEquals(List.of("success 42", "end", "next 42"), heard);
        assertEquals(Optional.of(fx.instant()), task.ended());
        assertEquals(1.0, task.progressProperty().get());
    }

    @Test
    void failureIsExplainedInWordsAndTheRunningTitleStays() throws InterruptedException {
        AppTask task = task().onFailure(problem -> heard.add("failure " + problem.why()))
                .start(context -> {
                    throw new IOException("broken pipe");
                });
        awaitEnd();
        assertEquals("Pulling redis:7.2 | FAILED | It failed.", line(task));
        assertEquals(List.of("failure broken pipe", "end"), heard);
        assertEquals("broken pipe", task.problem().orElseThrow().why());
    }

    @Test
    void aTaskOfItsOwnWordsPrefersThem() throws InterruptedException {
        AppTask task = task().explain(failure -> general(new IOException("my words")))
                .start(context -> {
                    throw new IOException("broken pipe");
                });
        awaitEnd();
        assertEquals("my words", task.problem().orElseThrow().why());
    }

    @Test
    void aMapperThatFailsLeavesNoTaskRunning() throws InterruptedException {
        AppTask task = task().explain(failure -> {
                    throw new IllegalStateException("mapper");
                })
                .start(context -> {
                    throw new IOException("broken pipe");
                });
        awaitEnd();
        assertEquals(State.FAILED, task.stateProperty().get());
        assertEquals(0, tasks.runningCount());
    }

    @Test
    void anErrorInTheWorkIsAFailureToo() throws InterruptedException {
        AppTask task = task().start(context -> {
            throw new StackOverflowError("too deep");
        });
        awaitEnd();
        assertEquals(State.FAILED, task.stateProperty().get());
    }

    @Test
    void cancelClosesWhatTheWorkIsBlockedIn() throws InterruptedException {
        LinkedBlockingQueue<String> socket = new LinkedBlockingQueue<>();
        CountDownLatch blocked = new CountDownLatch(1);
        AppTask task = task().afterCancel(new NextStep("Go on", () -> {})).start(context -> {
            try (Subscription _ = context.onCancel(() -> socket.add("closed"))) {
                blocked.countDown();
                throw new IOException(socket.take());
            } finally {
                context.outcome("3 layers kept");
            }
        });
        assertTrue(blocked.await(10, TimeUnit.SECONDS));
        task.cancel();
        awaitEnd();
        assertEquals("Pulling redis:7.2 | CANCELLED | Cancelled, 3 layers kept", line(task));
        assertEquals("Go on", task.next().orElseThrow().label());
        assertEquals(List.of("end"), heard);
    }

    @Test
    void cancelInterruptsWorkThatRegisteredNothing() throws InterruptedException {
        AppTask task = task().start(context -> {
            new CountDownLatch(1).await();
            return 1;
        });
        task.cancel();
        awaitEnd();
        assertEquals("Pulling redis:7.2 | CANCELLED | Cancelled", line(task));
    }

    @Test
    void aCloserRegisteredAfterTheCancelIsCalledAtOnce() throws InterruptedException {
        CountDownLatch cancelled = new CountDownLatch(1);
        AppTask task = task().start(context -> {
            while (!context.isCancelled()) {
                Thread.onSpinWait();
            }
            context.onCancel(cancelled::countDown);
            throw new IOException("ended");
        });
        task.cancel();
        awaitEnd();
        assertEquals(0, cancelled.getCount());
    }

    @Test
    void workThatWasQuickerThanTheCancelIsDone() throws InterruptedException {
        AppTask task = task().start(context -> {
            while (!context.isCancelled()) {
                Thread.onSpinWait();
            }
            return 1;
        });
        task.cancel();
        awaitEnd();
        assertEquals(State.SUCCEEDED, task.stateProperty().get());
    }

    @Test
    void tenThousandReportsReachTheFxThreadOncePerInterval() throws InterruptedException {
        CountDownLatch reported = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AppTask task = task().start(context -> {
            for (int i = 1; i <= 10_000; i++) {
                context.progress(i, 20_000);
                context.detail(i + " of 20,000");
            }
            reported.countDown();
            goOn.await();
            return 1;
        });
        assertTrue(reported.await(10, TimeUnit.SECONDS));
        long before = fx.posts();
        assertEquals(-1.0, task.progressProperty().get());
        fx.advance(Duration.ofSeconds(5));
        assertEquals(1, fx.posts() - before);
        assertEquals(0.5, task.progressProperty().get());
        assertEquals("10000 of 20,000", task.detailProperty().get());
        goOn.countDown();
        awaitEnd();
    }

    @Test
    void anUnknownTotalIsNoProgress() throws InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        AppTask task = task().start(context -> {
            context.progress(5, 0);
            goOn.await();
            return 1;
        });
        fx.advance(TaskUpdates.INTERVAL);
        assertEquals(-1.0, task.progressProperty().get());
        goOn.countDown();
        awaitEnd();
    }

    @Test
    void aBriefTaskShowsOnlyAfterASecond() throws InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        AppTask task = task().brief().start(context -> {
            goOn.await();
            return 1;
        });
        assertEquals(List.of(), tasks.shown());
        fx.advance(TaskRunner.BRIEF);
        assertEquals(List.of(task), tasks.shown());
        goOn.countDown();
        awaitEnd();
        assertEquals(List.of(task), tasks.shown());
    }

    @Test
    void aBriefTaskThatIsQuickNeverShowsUnlessItFails() throws InterruptedException {
        task().brief().start(context -> 1);
        awaitEnd();
        fx.advance(TaskRunner.BRIEF);
        assertEquals(List.of(), tasks.shown());

        CountDownLatch failed = new CountDownLatch(1);
        AppTask failing = tasks.task("Stopping web")
                .brief()
                .onEnd(failed::countDown)
                .start(context -> {
                    throw new IOException("no");
                });
        assertTrue(failed.await(10, TimeUnit.SECONDS));
        assertEquals(List.of(failing), tasks.shown());
    }

    @Test
    void clearingForgetsFinishedOnesAndKeepsFailures() throws InterruptedException {
        AppTask failed = task().start(context -> {
            throw new IOException("no");
        });
        awaitEnd();
        CountDownLatch done = new CountDownLatch(1);
        AppTask finished = tasks.task("B").onEnd(done::countDown).start(context -> 1);
        assertTrue(done.await(10, TimeUnit.SECONDS));
        assertEquals(List.of(finished, failed), tasks.shown());
        tasks.clearFinished();
        assertEquals(List.of(failed), tasks.shown());
        tasks.dismiss(failed);
        assertEquals(List.of(), tasks.shown());
    }

    @Test
    void workAskedToEndBeforeItBeganIsInterrupted() {
        TaskCancel cancel = new TaskCancel(Runnable::run);
        cancel.ask();
        cancel.enter();
        assertTrue(Thread.interrupted());
    }

    @Test
    void cancelAllWaitsForTheWorkToEnd() throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        task().start(context -> {
            try {
                new CountDownLatch(1).await();
                return 1;
            } finally {
                over.set(true);
            }
        });
        assertEquals(1, tasks.runningCount());
        assertTrue(tasks.cancelAll(Duration.ofSeconds(10)));
        assertTrue(over.get());
        assertEquals(0, tasks.runningCount());
        awaitEnd();
    }

    @Test
    void whoHearsOfTheEndCountsItNoMore() throws InterruptedException {
        List<Integer> counts = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch told = new CountDownLatch(2);
        tasks.onEnded(() -> {
            counts.add(tasks.runningCount());
            told.countDown();
        });
        task().brief().start(context -> 1);
        awaitEnd();
        task().start(context -> {
            throw new IOException("no");
        });
        assertTrue(told.await(10, TimeUnit.SECONDS));
        assertEquals(List.of(0, 0), counts);
    }

    @Test
    void cancelAllGivesUpOnWorkThatWillNotEnd() throws InterruptedException {
        CountDownLatch stubborn = new CountDownLatch(1);
        task().start(context -> {
            boolean open = false;
            while (!open) {
                try {
                    stubborn.await();
                    open = true;
                } catch (InterruptedException ignored) {
                    heard.add("ignored");
                }
            }
            return 1;
        });
        assertFalse(tasks.cancelAll(Duration.ofMillis(50)));
        stubborn.countDown();
        awaitEnd();
    }

    @Test
    void theListOfEndedTasksStaysBounded() throws InterruptedException {
        CountDownLatch all = new CountDownLatch(TaskRunner.KEPT + 50);
        for (int i = 0; i < TaskRunner.KEPT + 50; i++) {
            tasks.task("T" + i).onEnd(all::countDown).start(context -> 1);
        }
        assertTrue(all.await(10, TimeUnit.SECONDS));
        assertTrue(
                tasks.shown().size() <= TaskRunner.KEPT + 1,
                () -> "" + tasks.shown().size());
    }
}
