package dev.feierabend.core.reporting.closing;

import dev.feierabend.core.journal.Head;

/// Of which figures were made: with the same method the same come out again.
///
/// @param history up to which commit it was read; its hash binds all that came before
/// @param fleet SHA-256 (hex) of the fleet's document
public record Inputs(Head history, String fleet) {}
