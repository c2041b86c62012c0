package io.quayside.desktop.ui.engine;

import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.engine.CliContext.Found;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.vm.context.ContextState;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The docker command's context of the machine, with links for what can be done.
final class ContextRow extends HBox {
    /// @param acts gets what was pressed; asks before it is done
    ContextRow(Found found, boolean busy, String hint, BiConsumer<ContextViewModel.Act, Found> acts) {
        super(8);
        setId("engine-context");
        setAlignment(Pos.CENTER_LEFT);
        ContextState state = found.state();
        Label name = new Label(ContextViewModel.words(state));
        name.setAccessibleText("CLI context: " + name.getText() + (state.current() ? ", docker’s default" : ""));
        Tip.on(name, hint);
        getChildren().add(name);
        if (state.current()) {
            Label current = new Label("Default", Icons.CHECK.node(Icons.SMALL));
            current.getStyleClass().add(StyleClasses.TEXT_SUCCESS);
            current.setMinWidth(USE_PREF_SIZE);
            getChildren().add(current);
        }
        for (ContextViewModel.Act act : ContextViewModel.acts(state)) {
            Hyperlink link = new Hyperlink(act.label() + "…");
            link.setAccessibleText(act.label() + " docker’s context " + state.name());
            link.setMinWidth(USE_PREF_SIZE);
            link.setDisable(busy);
            link.setOnAction(ignored -> acts.accept(act, found));
            getChildren().add(link);
        }
    }
}
