package io.quayside.desktop.ui.compose.project;

import io.quayside.desktop.compose.Project;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.format.Folders;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Which project it is, where its file is, and what can be done with all of it. FX thread.
public final class ProjectHead extends HBox {
    /// What the buttons do.
    public interface Acts {
        void leave();

        void edit();

        void down();

        void up();

        ContextMenu more();
    }

    private final Label name = new Label();
    private final Label path = new Label();
    private final ActionButton edit;
    private final ActionButton down;
    private final ActionButton up;
    private final ActionButton more;

    public ProjectHead(Acts acts) {
        getStyleClass().addAll(StyleClasses.PAGE_HEAD, "detail-head");
        IconButton back = new IconButton(Icons.CHEVRON_LEFT, "Back to compose projects", acts::leave);
        Hyperlink crumb = new Hyperlink("Compose");
        crumb.getStyleClass().add("crumb");
        crumb.setOnAction(event -> {
            crumb.setVisited(false);
            acts.leave();
        });
        Label slash = new Label("/");
        slash.getStyleClass().add(StyleClasses.MUTED);
        name.setId("project-name");
        name.getStyleClass().add(StyleClasses.PAGE_TITLE);
        name.setMinWidth(60);
        path.setId("project-path");
        path.getStyleClass().addAll(StyleClasses.MONO_CAPTION, StyleClasses.MUTED);
        path.setMinWidth(0);
        Gap gap = new Gap();
        edit = new ActionButton("Edit file", Icons.RENAME, acts::edit);
        edit.setId("project-edit");
        down = new ActionButton("Down…", Icons.STOP, acts::down);
        down.setId("project-down");
        up = new ActionButton("Up", Icons.START, acts::up).primary();
        up.setId("project-up");
        up.getStyleClass().add("split-first");
        more = new ActionButton("", Icons.CHEVRON_DOWN, () -> this.menu(acts)).primary();
        more.setId("project-up-more");
        more.getStyleClass().add("split-second");
        more.setAccessibleText("Other ways to bring it up, stop and restart");
        HBox both = new HBox(up, more);
        for (Region region : new Region[] {edit, down, up, more}) {
            region.setMinWidth(USE_PREF_SIZE);
        }
        getChildren().addAll(back, crumb, slash, name, path, gap, edit, down, both);
    }

    private void menu(Acts acts) {
        acts.more().show(more, Side.BOTTOM, 0, 0);
    }

    /// @param busy why nothing can be done with it now
    /// @param whyNotUp why it can't be brought up
    public void show(
            String title,
            Optional<Project> project,
            Function<Project, Optional<String>> busy,
            Function<Project, Optional<String>> whyNotUp,
            Function<Project, Optional<String>> whyNotDown) {
        Optional<String> none = Optional.of("It isn’t there");
        name.setText(title);
        String file = project.flatMap(Project::file)
                .map(at -> SafeText.line(Folders.shown(at)))
                .orElse("");
        path.setText(file);
        Tip.on(path, file);
        up.setUnavailable(project.isEmpty() ? none : project.flatMap(whyNotUp));
        more.setUnavailable(project.isEmpty() ? none : project.flatMap(busy));
        edit.setUnavailable(
                project.isEmpty()
                        ? none
                        : project.flatMap(Project::source).isEmpty()
                                ? Optional.of("Its labels don’t say which file it is")
                                : Optional.empty());
        down.setUnavailable(project.isEmpty() ? none : project.flatMap(whyNotDown));
    }
}
