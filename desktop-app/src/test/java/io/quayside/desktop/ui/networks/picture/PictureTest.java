package io.quayside.desktop.ui.networks.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.theme.StateGlyph;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureTest {
    @Test
    void networksStandBesideTheirContainersAndNeverOnEachOther() {
        List<Picture.Box> boxes = new ArrayList<>();
        List<Picture.Edge> edges = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            boxes.add(new Picture.Box("c" + i, "c" + i, "10.0.0." + i, "", "", StateGlyph.RUNNING, false));
            edges.add(new Picture.Edge("c" + i, i < 5 ? "first" : "second", false));
        }
        edges.add(new Picture.Edge("c5", "third", false));
        Picture picture = new Picture(
                boxes,
                List.of(
                        new Picture.Net("first", "first", "", false),
                        new Picture.Net("second", "second", "", false),
                        new Picture.Net("third", "third", "", false)),
                edges,
                "");
        PictureLayout layout = new PictureLayout(picture, 1080);
        assertEquals(layout.container("c2"), layout.network("first"));
        assertTrue(layout.network("second") - layout.network("first") >= PictureLayout.NETWORK);
        assertTrue(layout.network("third") - layout.network("second") >= PictureLayout.NETWORK);
        assertTrue(layout.height() >= layout.network("third") + PictureLayout.NETWORK / 2);
        assertTrue(layout.portX() + layout.portWidth() < layout.containerX());
        assertTrue(layout.containerX() + layout.containerWidth() < layout.networkX());
        PictureLayout narrow = new PictureLayout(picture, 480);
        assertTrue(narrow.containerX() + narrow.containerWidth() < narrow.networkX());
    }
}
