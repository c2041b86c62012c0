package io.quayside.vm.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {
    @ParameterizedTest
    @CsvSource({
        "/home/me/code, /home/me/code",
        "/Users/me, /Users/me",
        "/data/x, /host/data/x",
        "/homework, /host/homework",
        "/, /host",
        "C:\\Users\\me, /mnt/c/Users/me",
        "D:\\, /mnt/d"
    })
    void folderHasItsOwnPathWhereTheMachineCanHaveThat(String folder, String path) {
        assertEquals(path, Share.guestPathFor(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "home", "/home/../etc", "/etc", "/home/", "/home//x", "/home/."})
    void pathElsewhereInTheMachineIsRefused(String path) {
        assertThrows(IllegalArgumentException.class, () -> new Share(Path.of("/x"), path, false));
    }

    @Test
    void oneInsideAnotherOverlaps() {
        Share home = Share.of(Path.of("/home/me"), false);
        assertEquals(true, home.overlaps(Share.of(Path.of("/home/me/code"), true)));
        assertEquals(false, home.overlaps(Share.of(Path.of("/home/me2"), true)));
    }
}
