package dev.feierabend.console.security;

/// Who agrees, who proposes and operates, who looks on. Nobody does all three.
public enum Role {
  /// Approves in person.
  CUSTOMER,
  /// One of a customer's people who doesn't approve, but as a deputy for a time.
  STAFF,
  PLATFORM_TEAM,
  AUDITOR;

  public boolean may(Right right) {
    return switch (right) {
      case READ -> true;
      case SEE_FLEET, PROPOSE -> this != AUDITOR;
      case DECIDE, WITHDRAW, OVERRIDE, DEPUTISE -> this == CUSTOMER;
      case FREEZE -> this == CUSTOMER || this == PLATFORM_TEAM;
      case FREEZE_ALL, DRILL, KEEP_NAMES -> this == PLATFORM_TEAM;
    };
  }

  /// What one of these may as a deputy: all that the person may who is stood in for, but hand it
  /// on.
  boolean mayAsDeputy(Right right) {
    return this == STAFF && CUSTOMER.may(right) && right != Right.DEPUTISE;
  }
}
