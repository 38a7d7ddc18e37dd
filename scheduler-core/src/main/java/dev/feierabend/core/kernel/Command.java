package dev.feierabend.core.kernel;

/// Something asked of one aggregate. Every slice has one sealed interface of commands; the journal
/// routes a command by that interface and by `target`.
public interface Command {
  /// The aggregate's id.
  String target();
}
