package io.quayside.desktop.ui.control.code;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;
import javax.swing.text.Segment;
import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenMakerFactory;
import org.fife.ui.rsyntaxtextarea.TokenTypes;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// The colours of a text's lines. A line is read when it is to be painted; how the line before it ended (within a
/// comment, a
/// string) is remembered, so that only the lines down to those on screen are ever read, and each once until it changes.
/// Not thread-safe.
final class SyntaxColours {
    /// Longer lines stay plain: nobody reads them, and each piece would be a node.
    private static final int LONGEST = 5_000;

    private final TokenMaker maker;
    /// How each line ends; filled from the top.
    private int[] ends = new int[0];
    private int known;

    /// @param style one of the library's names, see [SyntaxStyle]
    SyntaxColours(String style) {
        maker = TokenMakerFactory.getDefaultInstance().getTokenMaker(style);
    }

    /// From this line on the text may be another.
    void changedFrom(int line) {
        known = Math.min(known, line);
    }

    /// Style classes of a line's pieces.
    ///
    /// @param line from 0
    /// @param text gives any line of the text
    StyleSpans<Collection<String>> of(int line, IntFunction<String> text) {
        int start = startOf(line, text);
        String content = text.apply(line);
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        int painted = 0;
        if (content.length() <= LONGEST) {
            for (Token token = tokens(content, start);
                    token != null && token.isPaintable() && painted < content.length();
                    token = token.getNextToken()) {
                int length = Math.min(token.length(), content.length() - painted);
                spans.add(styleClass(token.getType()), length);
                painted += length;
            }
        }
        spans.add(List.of(), content.length() - painted);
        return spans.create();
    }

    private int startOf(int line, IntFunction<String> text) {
        if (ends.length < line) {
            ends = Arrays.copyOf(ends, Math.max(line, ends.length * 2));
        }
        for (; known < line; known++) {
            String content = text.apply(known);
            int start = known == 0 ? TokenTypes.NULL : ends[known - 1];
            ends[known] = content.length() > LONGEST ? TokenTypes.NULL : endOf(content, start);
        }
        return line == 0 ? TokenTypes.NULL : ends[line - 1];
    }

    private int endOf(String content, int start) {
        return maker.getLastTokenTypeOnLine(segment(content), start);
    }

    private Token tokens(String content, int start) {
        return maker.getTokenList(segment(content), start, 0);
    }

    private static Segment segment(String content) {
        return new Segment(content.toCharArray(), 0, content.length());
    }

    private static Collection<String> styleClass(int type) {
        return switch (type) {
            case TokenTypes.COMMENT_EOL,
                    TokenTypes.COMMENT_MULTILINE,
                    TokenTypes.COMMENT_DOCUMENTATION,
                    TokenTypes.COMMENT_KEYWORD,
                    TokenTypes.COMMENT_MARKUP,
                    TokenTypes.MARKUP_COMMENT -> List.of("comment");
            case TokenTypes.RESERVED_WORD,
                    TokenTypes.RESERVED_WORD_2,
                    TokenTypes.DATA_TYPE,
                    TokenTypes.MARKUP_TAG_NAME,
                    TokenTypes.VARIABLE -> List.of("key");
            case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE,
                    TokenTypes.LITERAL_CHAR,
                    TokenTypes.LITERAL_BACKQUOTE,
                    TokenTypes.REGEX,
                    TokenTypes.MARKUP_TAG_ATTRIBUTE_VALUE -> List.of("string");
            case TokenTypes.LITERAL_BOOLEAN,
                    TokenTypes.LITERAL_NUMBER_DECIMAL_INT,
                    TokenTypes.LITERAL_NUMBER_FLOAT,
                    TokenTypes.LITERAL_NUMBER_HEXADECIMAL -> List.of("number");
            case TokenTypes.FUNCTION,
                    TokenTypes.ANNOTATION,
                    TokenTypes.PREPROCESSOR,
                    TokenTypes.MARKUP_TAG_ATTRIBUTE,
                    TokenTypes.MARKUP_PROCESSING_INSTRUCTION -> List.of("name");
            default -> List.of();
        };
    }
}
