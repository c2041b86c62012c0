package io.quayside.engine.logs;

import java.util.Optional;

/// A text that every match of a regular expression has in it, so that most lines needn't be tried. Knows only plain
/// expressions; for others there is none.
final class RequiredText {
    private static final String SPECIAL = "\\[](){}.*+?^$|";

    private final String expression;
    private final StringBuilder run = new StringBuilder();
    private String best = "";
    private int at;

    private RequiredText(String expression) {
        this.expression = expression;
    }

    /// In lower case; empty when none of some length is known.
    static Optional<ByteText> of(String expression) {
        RequiredText reader = new RequiredText(expression);
        return reader.read() && reader.best.length() > 1
                ? Optional.of(new ByteText(LogPattern.lowerBytes(reader.best)))
                : Optional.empty();
    }

    /// Whether it could be read.
    private boolean read() {
        while (at < expression.length()) {
            char c = expression.charAt(at);
            if (c == '(' || c == '|' || c == ')') {
                return false;
            }
            if (c == '[') {
                if (!passList()) {
                    return false;
                }
                end();
                passQuantifier();
            } else if (c == '\\') {
                if (at + 1 >= expression.length() || !escaped(expression.charAt(at + 1))) {
                    return false;
                }
            } else if (c == '.' || c == '^' || c == '$') {
                at++;
                end();
                passQuantifier();
            } else if (SPECIAL.indexOf(c) >= 0) {
                return false;
            } else {
                at++;
                plain(c);
            }
        }
        end();
        return true;
    }

    /// A character that stands for itself, unless it may be missing.
    private void plain(char c) {
        if (c < ' ' || c > '~') {
            end();
            passQuantifier();
            return;
        }
        int before = at;
        boolean must = passQuantifier();
        if (must) {
            run.append(c);
        }
        if (at > before) {
            end(); // what follows may stand after several of them
        }
    }

    private boolean escaped(char c) {
        at += 2;
        if (Character.isLetterOrDigit(c)) {
            end();
            // Kinds of characters and edges; others take more than this character or change what follows.
            if ("dDsSwWbB".indexOf(c) < 0) {
                return false;
            }
            passQuantifier();
        } else {
            plain(c);
        }
        return true;
    }

    /// A list without another one in it.
    private boolean passList() {
        int i = at + 1;
        while (i < expression.length() && expression.charAt(i) != ']') {
            char c = expression.charAt(i);
            if (c == '[' || c == '&' || c == '\\' || (c == '^' && i > at + 1)) {
                return false;
            }
            i++;
        }
        if (i >= expression.length() || i == at + 1) {
            return false;
        }
        at = i + 1;
        return true;
    }

    /// Passes "{2,}", "+?" and the like. Returns whether one has to be there.
    private boolean passQuantifier() {
        if (at >= expression.length()) {
            return true;
        }
        char c = expression.charAt(at);
        boolean must = true;
        if (c == '*' || c == '?') {
            must = false;
            at++;
        } else if (c == '+') {
            at++;
        } else if (c == '{') {
            int close = expression.indexOf('}', at);
            must = close > at + 1 && expression.charAt(at + 1) != '0';
            at = close < 0 ? expression.length() : close + 1;
        } else {
            return true;
        }
        if (at < expression.length() && (expression.charAt(at) == '?' || expression.charAt(at) == '+')) {
            at++;
        }
        return must;
    }

    private void end() {
        if (run.length() > best.length()) {
            best = run.toString();
        }
        run.setLength(0);
    }
}
