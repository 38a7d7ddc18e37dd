package dev.feierabend.core.kernel;

/// Something that happened and is kept for good. Every event knows whose it is; all events of one
/// commit share an owner.
public interface JournalEvent {
  Owner owner();
}
