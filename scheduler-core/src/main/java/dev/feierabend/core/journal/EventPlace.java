package dev.feierabend.core.journal;

/// Whose an event is, and the how manieth of that aggregate's (from 0).
public record EventPlace(String aggregate, long sequence) {}
