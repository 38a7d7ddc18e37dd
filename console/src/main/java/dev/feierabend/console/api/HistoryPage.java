package dev.feierabend.console.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/// A stretch of the history, oldest first; commits are never split. `next`: what to pass as `after`
/// for what follows, where something does.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record HistoryPage(List<HistoryEntry> entries, Optional<Long> next) {}
