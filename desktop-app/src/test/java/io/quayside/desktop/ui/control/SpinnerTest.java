package io.quayside.desktop.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.desktop.settings.AppearanceSettings;
import io.quayside.desktop.settings.AppearanceSettings.MotionChoice;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.desktop.ui.theme.Themes;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;

class SpinnerTest {
    @Test
    void turnsOnlyInASceneAndWhereMotionIsWanted() {
        Fx.run(() -> {
            AppearanceSettings full = AppearanceSettings.DEFAULT.withMotion(MotionChoice.FULL);
            Themes themes = new Themes(full);
            Spinner spinner = new Spinner();
            boolean alone = spinner.isTurning();
            Group root = new Group(spinner);
            Scene scene = new Scene(root);
            themes.dress(scene);
            boolean shown = spinner.isTurning();
            themes.apply(full.withMotion(MotionChoice.REDUCED));
            boolean reduced = spinner.isTurning();
            themes.apply(full);
            boolean again = spinner.isTurning();
            root.getChildren().clear();

            assertEquals(
                    List.of(false, true, false, true, false),
                    List.of(alone, shown, reduced, again, spinner.isTurning()));
            themes.close();
        });
    }
}
