package io.quayside.engine.run;

import java.util.List;

/// A word of a shell command.
///
/// @param text what the program gets
/// @param start where it begins in the line
/// @param end where it ends
/// @param unknown what a shell would have put something else for, such as `$PWD`; it stands in the text as it is
record ShellWord(String text, int start, int end, List<String> unknown) {
    ShellWord {
        unknown = List.copyOf(unknown);
    }
}
