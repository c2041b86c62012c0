package io.quayside.desktop.ui.run;

import javafx.css.PseudoClass;

/// Style classes and states of this folder's stylesheet.
final class FormStyle {
    static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    static final String SECTION = "form-section";
    static final String LINE = "command-line";
    static final String FLAG = "command-flag";
    static final String CARD = "command-card";
    static final String OLD = "old-value";

    private FormStyle() {}
}
