package io.quayside.desktop.ui.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.TestImages;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/// The layers of an image that docker made: what the window says of each is what was done in it.
class ImageLayersTest extends OnImages {
    private static void commit(String from, String script, String to) {
        String container = "made-" + to.replaceAll("[^a-z0-9]+", "-");
        engine.docker("run", "--name", container, from, "sh", "-c", script);
        engine.docker("commit", "-c", "CMD [\"sh\"]", container, to);
        engine.docker("rm", container);
    }

    private static List<String> files() {
        return Fx.call(() -> ((TableView<?>) page.find("layer-files", TableView.class))
                .getItems().stream()
                        .map(String::valueOf)
                        .map(line -> line.replaceAll("Line\\[path=(.*), change=(.*), size=(.*)]", "$2 $1 $3"))
                        .sorted()
                        .toList());
    }

    private static int steps() {
        return Fx.call(
                () -> page.find("image-layers", TableView.class).getItems().size());
    }

    private static void selectStep(int fromTop) {
        Fx.run(() -> {
            TableView<?> table = page.find("image-layers", TableView.class);
            table.getSelectionModel().clearAndSelect(table.getItems().size() - 1 - fromTop);
        });
    }

    @Test
    void aLayerTellsItsFilesAndWhatIsWastedIsListed() {
        String below = image + "-below";
        commit(TestImages.BUSYBOX, "dd if=/dev/zero of=/big bs=1000 count=3000 2>/dev/null; echo a > /a", below);
        commit(below, "rm /big; echo bb > /a; echo c > /c", image);
        select(row(image));
        page.command("images.history");
        page.await("how it was made", () -> page.root().lookup("#image-layers") != null);
        page.await(
                "who shares the layer below",
                () -> page.root().lookupAll(".table-cell").stream()
                        .anyMatch(cell -> "1 image".equals(((Labeled) cell).getText())));

        press("Read the files");

        page.await("the files", () -> page.root().lookup("#layer-files") != null);
        selectStep(0);
        assertEquals(
                "1 added, 1 changed, 1 removed, 5 B.",
                Fx.call(() -> page.find("layer-files-summary", Labeled.class).getText()));
        assertEquals(List.of("Added /c 2", "Changed /a 3", "Removed /big 3000000"), files());
        TextField filter = page.find("layer-files-filter", TextField.class);
        Fx.run(() -> filter.setText("BIG"));
        assertEquals(List.of("Removed /big 3000000"), files());
        Fx.run(() -> filter.setText(""));
        selectStep(1);
        assertEquals(List.of("Added /a 2", "Added /big 3000000"), files());

        Hyperlink waste = page.find("layer-waste", Hyperlink.class);
        assertEquals("Wasted: 3 MB in 2 files", Fx.call(waste::getText));
        Fx.run(waste::fire);
        assertEquals(List.of("Removed /big 3000000", "Replaced /a 2"), files());
        Fx.run(waste::fire);
        assertTrue(files().contains("Added /a 2"));

        int before = steps();
        page.go("images");
        select(row(below));
        page.command("images.scan");
        String id = row(below).line().image().id();
        page.await("the other image", () -> page.address().equals("image/" + id + "/layers/scan"));
        page.await(
                "its files, without a question",
                () -> page.root().lookup("#layer-files") != null && steps() == before - 1);
        selectStep(0);
        assertEquals(List.of("Added /a 2", "Added /big 3000000"), files());
        engine.docker("rmi", image, below);
    }
}
