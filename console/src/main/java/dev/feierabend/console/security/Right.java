package dev.feierabend.console.security;

/// What somebody may do.
public enum Right {
  /// Read what is agreed, planned and recorded.
  READ,
  /// See the machines and workloads as they are now.
  SEE_FLEET,
  PROPOSE,
  /// Approve or reject a proposal.
  DECIDE,
  WITHDRAW,
  OVERRIDE,
  /// Name deputies and dismiss them.
  DEPUTISE,
  /// Stop one customer's power-downs.
  FREEZE,
  /// Stop everybody's power-downs.
  FREEZE_ALL,
  /// See which hosts are known to wake, and have them drilled.
  DRILL,
  /// See who is who, and forget people.
  KEEP_NAMES
}
