package dev.feierabend.testservers;

import java.time.Instant;

/// What a machine's power controller was asked to do, as its own log has it.
///
/// @param at in whole milliseconds
/// @param machine as the controller names it
/// @param what in the controller's words: `GracefulShutdown`, `shutdown 1`, `power 1`
public record Switching(Instant at, String machine, String what) {}
