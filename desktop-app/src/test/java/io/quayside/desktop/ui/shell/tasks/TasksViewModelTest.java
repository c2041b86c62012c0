package io.quayside.desktop.ui.shell.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.task.InlineFxThread;
import io.quayside.desktop.task.TaskRunner;
import io.quayside.desktop.ui.shell.History;
import io.quayside.desktop.ui.shell.Location;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TasksViewModelTest {
    private final InlineFxThread fx = new InlineFxThread();
    private final TaskRunner tasks = new TaskRunner(
            fx, fx, failure -> new Problem("No.", "", List.of(), Optional.empty(), List.of(), "x", true));
    private final History history =
            new History(Location.of("containers"), Set.of("containers", "container", "images"), Map.of());
    private final List<String> ended = Collections.synchronizedList(new ArrayList<>());
    private final TasksViewModel model = new TasksViewModel(
            tasks, history, task -> ended.add(task.titleProperty().get()));
    private final Notifications notifications = new Notifications(fx, model::isInView);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void close() {
        goOn.countDown();
        tasks.close();
    }

    private AppTask running(String title, String location) {
        return tasks.task(title).location(location).start(context -> {
            goOn.await();
            return 1;
        });
    }

    private AppTask done(String title, String location, boolean fails) throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        AppTask task = tasks.task(title)
                .doneTitle(title + " done")
                .location(location)
                .onEnd(end::countDown)
                .start(context -> {
                    if (fails) {
                        throw new IOException("no");
                    }
                    return 1;
                });
        assertTrue(end.await(10, TimeUnit.SECONDS));
        return task;
    }

    @Test
    void tasksAreSortedIntoTheirPartsNewestFirst() throws InterruptedException {
        AppTask first = running("A", "images");
        AppTask failed = done("B", "images", true);
        AppTask finished = done("C", "images", false);
        AppTask second = running("D", "images");
        assertEquals(List.of(second, first), model.running());
        assertEquals(List.of(failed), model.failed());
        assertEquals(List.of(finished), model.finished());
        assertEquals(Optional.of(second), model.newestProperty().get());
        assertEquals(2, model.runningCountProperty().get());
        assertEquals("2 running", model.summary());
        assertEquals(List.of("B", "C done"), ended);
    }

    @Test
    void openingAFailedTaskGoesToItsScreenAndClearsIt() throws InterruptedException {
        AppTask failed = done("B", "container/web", true);
        model.open(failed);
        assertEquals("container/web", history.currentProperty().get().toString());
        assertEquals(List.of(), model.failed());
    }

    @Test
    void aScreenThatDoesNotExistIsNoLink() {
        assertFalse(model.canOpen(running("A", "builds/7")));
        assertTrue(model.canOpen(running("B", "container/web")));
    }

    @Test
    void aTaskIsInViewWhenItsObjectIs() {
        AppTask web = running("A", "container/web");
        assertFalse(model.isInView(web));
        history.go(Location.parse("container/redis"));
        assertFalse(model.isInView(web));
        history.go(Location.parse("container/web/logs"));
        assertTrue(model.isInView(web));
    }

    @Test
    void aNotificationComesForSixSecondsWhenTheScreenIsNotInView() throws InterruptedException {
        AppTask away = done("Pull", "images", false);
        notifications.ended(away);
        assertEquals(
                Optional.of(new Notice.Ended(away)),
                notifications.shownProperty().get());
        fx.advance(Notifications.SHOWN_FOR.minusMillis(1));
        assertEquals(
                Optional.of(new Notice.Ended(away)),
                notifications.shownProperty().get());
        fx.advance(Notifications.SHOWN_FOR);
        assertEquals(Optional.empty(), notifications.shownProperty().get());
        notifications.ended(done("Stop", "containers", false));
        assertEquals(Optional.empty(), notifications.shownProperty().get());
    }

    @Test
    void aNotificationStaysWhileHeldAndGivesWayToANewerOne() throws InterruptedException {
        AppTask first = done("A", "images", false);
        AppTask second = done("B", "images", false);
        notifications.ended(first);
        notifications.hold(true);
        fx.advance(Notifications.SHOWN_FOR.multipliedBy(2));
        assertEquals(
                Optional.of(new Notice.Ended(first)),
                notifications.shownProperty().get());
        notifications.ended(second);
        assertEquals(
                Optional.of(new Notice.Ended(second)),
                notifications.shownProperty().get());
        notifications.hold(false);
        fx.advance(Notifications.SHOWN_FOR);
        assertEquals(Optional.empty(), notifications.shownProperty().get());
        assertEquals(0, fx.waiting());
    }

    @Test
    void aProblemOfTheAppStaysUntilItIsClosed() throws InterruptedException {
        Problem problem = new Problem("No.", "", List.of(), Optional.empty(), List.of(), "x", true);
        notifications.tell(problem);
        fx.advance(Notifications.SHOWN_FOR.multipliedBy(10));
        assertEquals(
                Optional.of(new Notice.Trouble(problem)),
                notifications.shownProperty().get());
        notifications.close();
        assertEquals(Optional.empty(), notifications.shownProperty().get());
    }

    @Test
    void cancellingIsNoNews() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        AppTask task = tasks.task("A").onEnd(end::countDown).start(context -> {
            new CountDownLatch(1).await();
            return 1;
        });
        task.cancel();
        assertTrue(end.await(10, TimeUnit.SECONDS));
        notifications.ended(task);
        assertEquals(Optional.empty(), notifications.shownProperty().get());
    }
}
