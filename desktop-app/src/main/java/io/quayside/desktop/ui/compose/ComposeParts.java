package io.quayside.desktop.ui.compose;

import io.quayside.desktop.compose.ComposeRuns;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.detail.logs.LogFeeds;
import io.quayside.desktop.ui.control.OpenDialog;
import io.quayside.desktop.ui.control.SaveDialog;

/// What the pages of compose projects are made of.
///
/// @param feeds the output of containers
/// @param save asks where to write output
/// @param open asks which file is a project's
public record ComposeParts(ContainersParts parts, ComposeRuns runs, LogFeeds feeds, SaveDialog save, OpenDialog open) {}
