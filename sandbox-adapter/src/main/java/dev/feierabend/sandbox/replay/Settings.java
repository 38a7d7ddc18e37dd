package dev.feierabend.sandbox.replay;

import dev.feierabend.core.planning.Guards.Rules;
import dev.feierabend.core.planning.Vigilance;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.sandbox.centre.LoadModel;

/// The operator's settings, as the service has them.
///
/// @param coverage the share of a pool, 0 to 1, of which load must be known to plan by it
public record Settings(Rules rules, Vigilance vigilance, double coverage, Evaluation evaluation) {
  public static Settings usual(Evaluation evaluation) {
    return new Settings(Rules.CAUTIOUS, Vigilance.USUAL, 0.8, evaluation);
  }

  /// How many of the newest samples tell whether something is quiet.
  int samples() {
    return (int) vigilance.quiet().dividedBy(LoadModel.SLOT) + 1;
  }

  /// How many slots lie between two plans that only put to sleep.
  int patience() {
    return Math.max(1, samples() - 1);
  }
}
