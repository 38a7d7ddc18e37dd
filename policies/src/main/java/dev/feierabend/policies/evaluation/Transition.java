package dev.feierabend.policies.evaluation;

import java.time.Instant;

/// The instant at which a verdict begins to hold.
public record Transition(Instant at, Verdict verdict) {}
