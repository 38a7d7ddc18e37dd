package dev.feierabend.sandbox.laws;

import java.util.List;

/// One of the twelve laws, as a checker of a night that was lived, in a sandbox or elsewhere.
public interface Law {
  List<Law> ALL =
      List.of(
          new ApprovalPrecedesEffect(),
          new OnIsSafe(),
          new IntentEffectOutcome(),
          new DueWakesAreNeverDropped(),
          new NeverBelowTheFloor(),
          new ReadyByOrAnAlarm(),
          new APersonsLaterChangeWins(),
          new TenantsAreIsolated(),
          new ReplayExecutesNothing(),
          new SameInputsSamePlan(),
          new ExactRestoration(),
          new NothingForgotten());

  /// Where the night broke this law, a sentence each.
  List<String> violations(Night night);
}
