package io.quayside.desktop.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

class ViewLifecycleTest {
    private final List<String> heard = new ArrayList<>();
    private final SimpleStringProperty name = new SimpleStringProperty("web");

    private final ViewLifecycle view = new ViewLifecycle() {
        @Override
        protected void onShown() {
            whileShown(name, value -> heard.add("name " + value));
            whileShown(() -> heard.add("closed"));
        }

        @Override
        protected void onHidden() {
            heard.add("hidden with " + openSubscriptions());
        }
    };

    @Test
    void listensOnlyWhileShown() {
        name.set("before");
        view.enter();
        name.set("during");
        view.leave();
        name.set("after");

        assertEquals(List.of("name before", "name during", "closed", "hidden with 0"), heard);
    }

    @Test
    void enteringTwiceSubscribesOnce() {
        view.enter();
        view.enter();

        assertEquals(2, view.openSubscriptions());
        view.leave();
        view.leave();
        assertEquals(List.of("name web", "closed", "hidden with 0"), heard);
    }

    @Test
    void aSubscriptionThatComesTooLateIsClosedAtOnce() {
        view.whileShown(() -> heard.add("closed at once"));

        assertEquals(List.of("closed at once"), heard);
        assertEquals(0, view.openSubscriptions());
    }
}
