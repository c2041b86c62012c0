package io.quayside.desktop.ui.containers;

import io.quayside.desktop.ui.containers.peek.PeekTab;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.control.Confirmation;
import java.util.List;

/// What menus and commands need of the page itself. FX thread.
interface PageActions {
    /// Opens the page of one container.
    ///
    /// @param tab as its address has it, `logs`
    void open(ContainerRow row, String tab);

    /// Whether the page of one container has this tab.
    boolean hasTab(String tab);

    /// Opens the tab of the container's page, or Peek while the page has no such tab.
    default void openOrPeek(ContainerRow row, PeekTab tab) {
        String name = tab.name().toLowerCase(java.util.Locale.ROOT);
        if (hasTab(name)) {
            open(row, name);
        } else {
            peek(List.of(row), tab);
        }
    }

    /// Opens Peek on these rows.
    void peek(List<ContainerRow> rows, PeekTab tab);

    /// Shows the output of these containers in one order.
    void logsTogether(List<ContainerRow> rows);

    /// Shows the output of all containers of a compose project in one order.
    void logsTogether(String project);

    /// Goes to the page of a compose project.
    void openProject(String project);

    /// Opens the form that changes it.
    void edit(ContainerRow row);

    /// Opens the form for a new container like it.
    void duplicate(ContainerRow row);

    /// Copies the `docker run` line that makes such a container.
    void copyRunCommand(ContainerRow row);

    /// Asks, then looks for a newer image and makes it again on that.
    void updateImage(ContainerRow row);

    /// Puts the name into a field.
    void rename(ContainerRow row);

    /// Asks for the image's name.
    void saveAsImage(ContainerRow row);

    /// Asks for the file.
    void export(ContainerRow row);

    void browse(String address);

    void copy(String text);

    /// Asks before something goes for good.
    void ask(Confirmation question, Runnable act);
}
