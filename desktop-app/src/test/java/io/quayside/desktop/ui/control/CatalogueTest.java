package io.quayside.desktop.ui.control;

import io.quayside.desktop.settings.AppearanceSettings;
import io.quayside.desktop.ui.control.catalogue.CataloguePage;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.desktop.ui.theme.Themes;
import javafx.scene.Scene;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
    @ParameterizedTest
    @ValueSource(strings = {"controls", "messages", "tables"})
    void everySharedControlHasANameForScreenReaders(String part) {
        Fx.run(() -> {
            CataloguePage page = new CataloguePage();
            Scene scene = new Scene(page.root(), 1280, 800);
            new Themes(AppearanceSettings.DEFAULT).dress(scene);
            page.shown(Location.of("catalogue", part));
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            AccessibleAssertions.everyControlHasText(scene.getRoot());
        });
    }
}
