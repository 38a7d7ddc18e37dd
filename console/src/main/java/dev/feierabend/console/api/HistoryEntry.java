package dev.feierabend.console.api;

import java.time.Instant;

/// One event of the history as a sentence. `owner`: `operator` or `tenant:<id>`.
public record HistoryEntry(long commit, Instant time, String owner, String type, String sentence) {}
