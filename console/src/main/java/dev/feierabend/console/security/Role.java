package dev.feierabend.console.security;

/// Who agrees, who proposes and operates, who looks on. Nobody does all three.
public enum Role {
  CUSTOMER,
  PLATFORM_TEAM,
  AUDITOR;

  public boolean may(Right right) {
    return switch (right) {
      case READ -> true;
      case SEE_FLEET, PROPOSE -> this != AUDITOR;
      case DECIDE, WITHDRAW, OVERRIDE, FREEZE -> this == CUSTOMER;
      case FREEZE_ALL -> this == PLATFORM_TEAM;
    };
  }
}
