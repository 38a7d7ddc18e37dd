package dev.feierabend.core.forecasting.proposals;

/// A window within quiet hours in which there is work week after week: a batch or a backup, which
/// must not be cut.
///
/// @param weeks in how many
/// @param of how many
public record Never(Window window, int weeks, int of) {}
