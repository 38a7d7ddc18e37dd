package dev.feierabend.core.kernel;

/// Where commands are sent: decided, and what follows recorded, before this returns.
@FunctionalInterface
public interface Dispatch {
  /// @throws Outage where the store refuses; nothing is recorded then
  Decision send(Command command);
}
