package dev.feierabend.app.silencing;

import java.util.List;
import java.util.Optional;

/// What keeps silences.
interface Alertmanager {
  /// All of them, whoever made them.
  ///
  /// @throws dev.feierabend.core.kernel.Outage where it can't be reached
  List<Silence> shown();

  /// What it says where it doesn't want to; empty where it is done.
  ///
  /// @throws dev.feierabend.core.kernel.Outage where it can't be reached
  Optional<String> apply(Change change);
}
