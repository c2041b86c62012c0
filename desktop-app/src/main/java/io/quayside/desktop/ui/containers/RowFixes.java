package io.quayside.desktop.ui.containers;

import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.containers.fix.FixActions;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.RowBook;
import io.quayside.desktop.ui.control.Confirmation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Carries out what the buttons of problems ask for. FX thread.
public final class RowFixes implements FixActions {
    /// What the page does for it.
    public interface Page {
        /// Asks before something goes for good.
        void ask(Confirmation question, Runnable act);

        void openLogs(ContainerRow row);

        /// Opens the form that changes it.
        void edit(ContainerRow row);

        /// Pulls its image and makes it again, after a question.
        void updateImage(ContainerRow row);

        /// Deletes another container after a question.
        ///
        /// @param then runs when it is gone
        void deleteThen(ContainerRow other, Runnable then);
    }

    private final RowBook book;
    private final ContainerActions actions;
    private final Page page;

    public RowFixes(RowBook book, ContainerActions actions, Page page) {
        this.book = book;
        this.actions = actions;
        this.page = page;
    }

    /// What a container wrote into its own files is not in its image, so it is asked about when it has ever run.
    @Override
    public void usePort(String containerId, int taken, int free) {
        on(containerId, row -> {
            Container container = row.line().container();
            Runnable act = () -> actions.usePort(row, taken, free);
            if (container.run().startedAt().isEmpty()) {
                act.run();
                return;
            }
            String name = row.line().name();
            page.ask(
                    new Confirmation(
                            "Recreate " + name + " with port " + free + "?",
                            "A port can only be changed with a new container. Data in volumes stays, changes in its own"
                                    + " files are lost.",
                            List.of(),
                            "Recreate " + name,
                            Optional.empty()),
                    act);
        });
    }

    @Override
    public void raiseLimit(String containerId, long bytes) {
        on(containerId, row -> actions.raiseLimit(row, bytes));
    }

    @Override
    public void rename(String containerId, String name) {
        on(containerId, row -> actions.rename(row, name));
    }

    @Override
    public void deleteThen(String otherId, Runnable again) {
        on(otherId, row -> page.deleteThen(row, again));
    }

    @Override
    public void openLogs(String containerId) {
        on(containerId, page::openLogs);
    }

    @Override
    public void edit(String containerId) {
        on(containerId, page::edit);
    }

    @Override
    public void updateImage(String containerId) {
        on(containerId, page::updateImage);
    }

    private void on(String id, Consumer<ContainerRow> act) {
        ContainerRow row = book.row(id);
        if (row != null) {
            act.accept(row);
        }
    }
}
