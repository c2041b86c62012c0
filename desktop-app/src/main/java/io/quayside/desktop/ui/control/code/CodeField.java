package io.quayside.desktop.ui.control.code;

import java.util.BitSet;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.jspecify.annotations.Nullable;

/// A text of many lines with their numbers, in the colours of its language; lines can be marked as edited or as the
/// place of
/// an error. Only the lines on screen have nodes. Line ends are `\n`. FX thread.
public final class CodeField extends StackPane {
    private static final PseudoClass EDITED = PseudoClass.getPseudoClass("edited");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final CodeArea area = new CodeArea();
    private final StringProperty text = new SimpleStringProperty("");
    private String style = SyntaxStyle.of("", "");
    private SyntaxColours colours = new SyntaxColours(style);
    private BitSet edited = new BitSet();
    private BitSet failed = new BitSet();
    private int digits = 1;

    /// @param id of the area that has the text
    /// @param accessibleText what the text is
    public CodeField(String id, String accessibleText) {
        getStyleClass().add("code-field");
        area.setId(id);
        area.setAccessibleText(accessibleText);
        area.setParagraphGraphicFactory(this::number);
        area.plainTextChanges().subscribe(this::typed);
        area.getVisibleParagraphs().addModificationObserver(ignored -> requestLayout());
        text.subscribe(this::replace);
        sceneProperty().subscribe(this::dress);
        getChildren().add(new VirtualizedScrollPane<>(area));
    }

    /// The rules name the theme's colours, which are there in a scene only; the area lays out lines before it is in
    /// one.
    private void dress(@Nullable Scene scene) {
        if (scene != null && getStylesheets().isEmpty()) {
            getStylesheets()
                    .add(Objects.requireNonNull(CodeField.class.getResource("code.css"))
                            .toExternalForm());
        }
    }

    /// What stands in it. Another value replaces all, and can't be undone.
    public StringProperty textProperty() {
        return text;
    }

    /// Whether long lines go on in the next row.
    public BooleanProperty wrapProperty() {
        return area.wrapTextProperty();
    }

    /// The file that the text is of, which tells its language.
    ///
    /// @param name without its folder
    public void setFileName(String name) {
        String now = SyntaxStyle.of(name, text.get());
        if (!now.equals(style)) {
            style = now;
            colours = new SyntaxColours(now);
            requestLayout();
        }
    }

    public void setEditable(boolean editable) {
        area.setEditable(editable);
    }

    /// Marks these lines, and no others, as edited.
    ///
    /// @param lines from 0
    public void setEdited(BitSet lines) {
        BitSet changed = (BitSet) edited.clone();
        changed.xor(lines);
        edited = (BitSet) lines.clone();
        changed.stream().filter(line -> line < lineCount()).forEach(area::recreateParagraphGraphic);
    }

    /// Marks the line of an error, and no other.
    ///
    /// @param line from 0
    public void setFailed(OptionalInt line) {
        BitSet lines = new BitSet();
        line.ifPresent(lines::set);
        setFailed(lines);
    }

    /// Marks the lines of errors, and no others.
    ///
    /// @param lines from 0
    public void setFailed(BitSet lines) {
        BitSet changed = (BitSet) failed.clone();
        changed.xor(lines);
        failed = (BitSet) lines.clone();
        changed.stream().filter(line -> line < lineCount()).forEach(area::recreateParagraphGraphic);
    }

    /// Has Tab put in this many spaces, and a new line begin under the one before.
    public void setIndent(int spaces) {
        IndentKeys.on(area, spaces);
    }

    /// Has Ctrl+Space, and what is typed, offer what may stand at the caret.
    ///
    /// @param source where offers come from
    public CodeCompletion setCompletion(CodeCompletion.Source source) {
        return new CodeCompletion(area, source);
    }

    /// Puts other text in the place of some, which can be undone, and the caret behind it.
    ///
    /// @param line from 0
    /// @param column from 0
    /// @param was what has to stand there; else nothing is done
    public void replace(int line, int column, String was, String now) {
        if (line < lineCount() && area.getParagraph(line).getText().startsWith(was, column)) {
            area.replaceText(line, column, line, column + was.length(), now);
            area.requestFollowCaret();
        }
    }

    /// Shows a line and puts the caret at its beginning.
    ///
    /// @param line from 0; the last for a greater one
    public void goTo(int line) {
        int there = Math.clamp(line, 0, lineCount() - 1);
        area.moveTo(there, 0);
        area.requestFollowCaret();
    }

    /// The same, with the caret at a column of the line.
    ///
    /// @param column from 0
    public void goTo(int line, int column) {
        int there = Math.clamp(line, 0, lineCount() - 1);
        area.moveTo(there, Math.clamp(column, 0, area.getParagraphLength(there)));
        area.requestFollowCaret();
    }

    @Override
    public void requestFocus() {
        area.requestFocus();
    }

    private int lineCount() {
        return area.getParagraphs().size();
    }

    private void replace(String now) {
        if (!now.equals(area.getText())) {
            area.replaceText(now);
            area.getUndoManager().forgetHistory();
            area.moveTo(0);
            area.requestFollowCaret();
        }
    }

    private void typed(PlainTextChange change) {
        colours.changedFrom(
                area.offsetToPosition(change.getPosition(), org.fxmisc.richtext.model.TwoDimensional.Bias.Forward)
                        .getMajor());
        text.set(area.getText());
        int now = String.valueOf(lineCount()).length();
        if (now != digits) {
            digits = now;
            area.setParagraphGraphicFactory(this::number);
        }
        requestLayout();
    }

    /// Colours what came into sight: between two layouts of the area, which can't be asked for its lines within one.
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        for (int i = 0; i < area.getVisibleParagraphs().size(); i++) {
            int line = area.visibleParToAllParIndex(i);
            var spans = colours.of(line, at -> area.getParagraph(at).getText());
            if (!spans.equals(area.getStyleSpans(line))) {
                area.setStyleSpans(line, 0, spans);
            }
        }
    }

    private Node number(int line) {
        // Text and not a label: lines are measured before there is a scene, where a label's rules find no colours.
        Text text = new Text(String.format(Locale.ROOT, "%" + Math.max(2, digits) + "d", line + 1));
        StackPane number = new StackPane(text);
        number.getStyleClass().add("line-number");
        number.pseudoClassStateChanged(EDITED, edited.get(line));
        number.pseudoClassStateChanged(FAILED, failed.get(line));
        return number;
    }
}
