package dev.feierabend.console.problems;

/// One thing wrong with what was asked: where, what should be there, what is.
public record Misfit(String where, String expected, String found) {}
