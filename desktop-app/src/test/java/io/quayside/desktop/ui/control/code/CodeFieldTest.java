package io.quayside.desktop.ui.control.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.settings.AppearanceSettings;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.desktop.ui.theme.Themes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a person sees of a text: the pieces' colours, the lines' numbers and marks.
class CodeFieldTest {
    private static final int HEIGHT = 300;

    private CodeField field = Fx.call(() -> new CodeField("code", "A text"));
    private Themes themes = Fx.call(() -> new Themes(AppearanceSettings.DEFAULT));

    @BeforeEach
    void show() {
        Fx.run(() -> themes.dress(new Scene(field, 400, HEIGHT)));
    }

    @AfterEach
    void close() {
        Fx.run(themes::close);
    }

    private void open(String name, String text) {
        Fx.run(() -> {
            field.textProperty().set(text);
            field.setFileName(name);
            layOut();
        });
    }

    private void layOut() {
        do {
            field.applyCss();
            field.layout();
        } while (field.isNeedsLayout());
    }

    private CodeArea area() {
        return (CodeArea) field.lookup("#code");
    }

    /// The coloured pieces of a line, "class:text".
    private List<String> colours(int line) {
        return Fx.call(() -> {
            layOut();
            List<String> pieces = new ArrayList<>();
            int at = 0;
            String text = area().getParagraph(line).getText();
            for (StyleSpan<? extends java.util.Collection<String>> span : area().getStyleSpans(line)) {
                if (!span.getStyle().isEmpty()) {
                    pieces.add(String.join(" ", span.getStyle()) + ":" + text.substring(at, at + span.getLength()));
                }
                at += span.getLength();
            }
            return pieces;
        });
    }

    /// The numbers of the lines that have nodes, those with a mark only unless it is empty.
    private SortedSet<Integer> numbers(String pseudoClass) {
        return Fx.call(() -> {
            layOut();
            return field.lookupAll(".line-number").stream()
                    .filter(node -> pseudoClass.isEmpty()
                            || node.getPseudoClassStates().contains(PseudoClass.getPseudoClass(pseudoClass)))
                    .map(node -> ((Text) ((StackPane) node).getChildren().getFirst()).getText())
                    .map(number -> Integer.valueOf(number.strip()))
                    .collect(Collectors.toCollection(TreeSet::new));
        });
    }

    @Test
    void languageIsThatOfTheFile() {
        open("Dockerfile", "# base\nFROM alpine\nRUN echo \"one\"\n");
        assertEquals(List.of("comment:# base"), colours(0));
        assertEquals(List.of("key:FROM"), colours(1));
        assertEquals(List.of("key:RUN", "string:\"one\""), colours(2));

        open("note", "# base\nFROM alpine\n");
        assertEquals(List.of(), colours(0));
    }

    @Test
    void languageOfAScriptIsInItsFirstLine() {
        assertEquals("text/unix", SyntaxStyle.of("entrypoint", "#!/bin/sh\nset -e\n"));
        assertEquals("text/python", SyntaxStyle.of("run", "#!/usr/bin/env python3.11"));
        assertEquals("text/plain", SyntaxStyle.of("run", "#!/usr/bin/env unheard-of"));
        assertEquals("text/yaml", SyntaxStyle.of("compose.yaml", ""));
        assertEquals("text/env", SyntaxStyle.of(".env.production", ""));
        assertEquals("text/dockerfile", SyntaxStyle.of("Dockerfile.dev", ""));
    }

    @Test
    void lineWithinACommentOfSeveralKnowsIt() {
        open("a.c", "int a;\n/* one\ntwo\nthree */ int b;\n");
        assertEquals(List.of("comment:two"), colours(2));
        assertEquals(List.of("comment:three */", "key:int"), colours(3));

        Fx.run(() -> area().replaceText(7, 9, "//"));
        assertEquals(List.of(), colours(2));
    }

    @Test
    void linesFarDownAreColouredWhenTheyAreSeen() {
        open("a.json", "{\"a\": [\n" + "1,\n".repeat(5000) + "2]}\n");
        Fx.run(() -> {
            field.goTo(4000);
            layOut();
        });
        assertEquals(List.of("number:1"), colours(4000));
        assertTrue(numbers("").contains(4001));
        assertFalse(numbers("").size() > HEIGHT / 10, "a node for lines that nobody sees");
    }

    @Test
    void editedAndFailedLinesAreMarkedAndNoOthers() {
        open("a.txt", "one\ntwo\nthree\nfour\n");
        Fx.run(() -> field.setEdited(BitSet.valueOf(new long[] {0b1010})));
        assertEquals(Set.of(2, 4), numbers("edited"));
        Fx.run(() -> {
            field.setEdited(BitSet.valueOf(new long[] {0b0010}));
            field.setFailed(OptionalInt.of(2));
        });
        assertEquals(Set.of(2), numbers("edited"));
        assertEquals(Set.of(3), numbers("failed"));
    }

    @Test
    void anotherTextCantBeUndoneToTheOneBefore() {
        open("a.txt", "one\n");
        open("b.txt", "two\n");
        Fx.run(() -> area().undo());
        assertEquals("two\n", Fx.call(() -> field.textProperty().get()));
        Fx.run(() -> area().insertText(0, "x"));
        assertEquals("xtwo\n", Fx.call(() -> field.textProperty().get()));
        Fx.run(() -> area().undo());
        assertEquals("two\n", Fx.call(() -> field.textProperty().get()));
    }
}
