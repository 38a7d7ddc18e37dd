package dev.feierabend.core.kernel;

/// A "no" that is a value: a stable code for programs and one sentence for people ("Expected … but
/// …").
public record Refusal(String code, String sentence) {}
