package io.quayside.desktop.ui.run;

import io.quayside.engine.run.RunFlag;
import java.util.Optional;

/// Something that keeps the container from being made as the form says.
///
/// @param flag the option that it is about; none for the image
/// @param value the option's value
/// @param words a sentence
public record RunFault(Optional<RunFlag> flag, String value, String words) {}
