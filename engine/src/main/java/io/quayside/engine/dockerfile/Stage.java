package io.quayside.engine.dockerfile;

/// What begins at a `FROM`.
///
/// @param line of the `FROM`, from 1
/// @param name behind `AS`, in small letters as the builders have it, or empty
/// @param image what it starts from, as it is written: a reference, the name of another stage, or `$BASE`
public record Stage(int line, String name, String image) {}
