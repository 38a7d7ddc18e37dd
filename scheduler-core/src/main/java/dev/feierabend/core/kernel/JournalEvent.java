package dev.feierabend.core.kernel;

/// Something that happened and is kept for good. Every event knows whose it is and which aggregate
/// it belongs to; all events of one commit share an owner.
public interface JournalEvent {
  Owner owner();

  /// The aggregate's id, as `Command.target` spells it.
  String aggregate();
}
