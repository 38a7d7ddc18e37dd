package dev.feierabend.policies.yaml;

/// One thing that is wrong: where it stands, what should stand there, and what does.
public record Complaint(Place at, String expected, String found) {}
