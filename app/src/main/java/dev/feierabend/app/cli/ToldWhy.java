package dev.feierabend.app.cli;

import dev.feierabend.core.reporting.Why;
import java.util.Optional;

/// An answer as `why --json` tells it: the sentence for people, what it says for programs, and of a
/// workload by what its need was planned.
record ToldWhy(String sentence, Why why, Optional<String> need) {}
