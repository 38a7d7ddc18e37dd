package dev.feierabend.core.planning;

/// How far mode `STAGED` has come.
public enum Stage {
  /// A share of what agreements let sleep does.
  SHARE,
  /// All of it does.
  ALL
}
