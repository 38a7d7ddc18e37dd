package dev.feierabend.core.proving.notes;

import java.time.Instant;

/// A witness's signature of a checkpoint, and when it was given.
public record Cosignature(NoteSignature line, Instant at) {}
