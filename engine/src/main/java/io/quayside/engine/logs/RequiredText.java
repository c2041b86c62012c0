package io.quayside.engine.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Texts one of which every match of a regular expression has in it, so that most lines needn't be tried: `error` of
/// `error \\d+`, `error` and `warn` of `(?:error|warn)ing`. Knows only plain expressions; for others there are none.
final class RequiredText {
    private static final String SPECIAL = "\\[](){}.*+?^$|";
    private static final int SHORTEST = 2;

    /// With more of them, to look for each takes longer than to try the expression.
    private static final int MOST = 8;

    private final String expression;
    private int at;
    private boolean readable = true;

    private RequiredText(String expression) {
        this.expression = expression;
    }

    /// In lower case; empty when none of some length are known.
    static Optional<AnyText> of(String expression) {
        RequiredText reader = new RequiredText(expression);
        List<String> texts = reader.alternatives();
        boolean whole = reader.readable && reader.at == expression.length();
        return whole && shortest(texts) >= SHORTEST && texts.size() <= MOST
                ? Optional.of(new AnyText(texts.stream()
                        .map(text -> new ByteText(LogPattern.lowerBytes(text)))
                        .toList()))
                : Optional.empty();
    }

    private static int shortest(List<String> texts) {
        return texts.stream().mapToInt(String::length).min().orElse(0);
    }

    /// Reads up to the end of a group, or to the end. Empty if one of the alternatives needs no text.
    private List<String> alternatives() {
        List<String> all = new ArrayList<>();
        boolean each = true;
        while (true) {
            List<String> one = new Sequence().read();
            each &= !one.isEmpty();
            all.addAll(one);
            if (!isAt('|')) {
                return each ? all : List.of();
            }
            at++;
        }
    }

    private boolean isAt(char c) {
        return readable && at < expression.length() && expression.charAt(at) == c;
    }

    /// What stands one behind the other. All of it is needed; the best is kept.
    private final class Sequence {
        private final StringBuilder run = new StringBuilder();
        private List<String> best = List.of();

        List<String> read() {
            while (readable && at < expression.length() && !isAt('|') && !isAt(')')) {
                next(expression.charAt(at));
            }
            end();
            return best;
        }

        private void next(char c) {
            if (c == '(') {
                end();
                group();
            } else if (c == '[') {
                end();
                passList();
                passQuantifier();
            } else if (c == '\\') {
                escaped();
            } else if (c == '.' || c == '^' || c == '$') {
                at++;
                end();
                passQuantifier();
            } else if (SPECIAL.indexOf(c) >= 0) {
                readable = false;
            } else {
                at++;
                plain(c);
            }
        }

        /// A group that is plain; others look ahead, name themselves, or change how the rest is read.
        private void group() {
            at++;
            if (isAt('?')) {
                readable = expression.startsWith("?:", at);
                at += 2;
            }
            List<String> texts = alternatives();
            readable &= isAt(')');
            at++;
            if (passQuantifier()) {
                offer(texts);
            }
        }

        /// A character that stands for itself, unless it may be missing.
        private void plain(char c) {
            if (c < ' ' || c > '~') {
                end();
                passQuantifier();
                return;
            }
            int before = at;
            if (passQuantifier()) {
                run.append(c);
            }
            if (at > before) {
                end(); // what follows may stand after several of them
            }
        }

        private void escaped() {
            if (at + 1 >= expression.length()) {
                readable = false;
                return;
            }
            char c = expression.charAt(at + 1);
            at += 2;
            if (Character.isLetterOrDigit(c)) {
                end();
                // Kinds of characters and edges; others take more than this character or change what follows.
                readable &= "dDsSwWbB".indexOf(c) >= 0;
                passQuantifier();
            } else {
                plain(c);
            }
        }

        private void end() {
            if (!run.isEmpty()) {
                offer(List.of(run.toString()));
            }
            run.setLength(0);
        }

        private void offer(List<String> texts) {
            if (shortest(texts) > shortest(best)) {
                best = texts;
            }
        }
    }

    /// A list without another one in it.
    private void passList() {
        int i = at + 1;
        while (i < expression.length() && expression.charAt(i) != ']') {
            char c = expression.charAt(i);
            if (c == '[' || c == '&' || c == '\\' || (c == '^' && i > at + 1)) {
                readable = false;
            }
            i++;
        }
        readable &= i < expression.length() && i > at + 1;
        at = i + 1;
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
}
