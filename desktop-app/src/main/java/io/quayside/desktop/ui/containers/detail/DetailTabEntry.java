package io.quayside.desktop.ui.containers.detail;

import io.quayside.desktop.ui.containers.row.ContainerLine;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.util.Subscription;

/// A tab that the page of a container has.
///
/// @param id as addresses have it, `logs`; its button is `tab-logs`
/// @param title on its button
/// @param needs without which it is not shown
/// @param factory makes it when it is first shown, on the FX thread
/// @param count a number of its own for a container, which stands behind the title unless it is 0
public record DetailTabEntry(
        String id, String title, Needs needs, Function<DetailContext, DetailTab> factory, Counting count) {

    /// A tab that counts nothing.
    public DetailTabEntry(String id, String title, Needs needs, Function<DetailContext, DetailTab> factory) {
        this(id, title, needs, factory, (context, container, told) -> {
            told.accept(0);
            return Subscription.EMPTY;
        });
    }

    /// Counts while the page is shown.
    @FunctionalInterface
    public interface Counting {
        /// @param told takes the number, now and whenever it changes
        Subscription follow(DetailContext context, ContainerLine container, IntConsumer told);
    }

    /// What has to be there; without it the page says what is missing, and the tab is hidden.
    public enum Needs {
        /// Processes: without them the page says "web is stopped." and offers to start it.
        RUNNING,
        /// The container, running or not.
        CONTAINER,
        /// Nothing: it still shows what it kept of a container that was deleted.
        NOTHING
    }
}
