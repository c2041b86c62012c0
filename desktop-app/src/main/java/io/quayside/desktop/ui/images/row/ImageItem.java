package io.quayside.desktop.ui.images.row;

/// A row of the table.
public sealed interface ImageItem permits ImageRow, RepositoryRow {}
