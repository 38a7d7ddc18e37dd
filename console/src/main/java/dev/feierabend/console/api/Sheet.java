package dev.feierabend.console.api;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;

/// Which month's accounts, and since when they are closed, if they are.
record Sheet(YearMonth month, ZoneId zone, Optional<Instant> closed) {}
