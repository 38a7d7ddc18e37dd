package dev.feierabend.core.acting;

import dev.feierabend.core.planning.Drilling;
import dev.feierabend.core.planning.Staging;
import dev.feierabend.core.planning.Vigilance;

/// How carefully capacity goes, and how much of it at once.
///
/// @param coverage the share of a pool, 0 to 1, of which utilisation must be known to plan by it
/// @param workloads how many workloads of a customer may be on their way to sleep or back at once
/// @param staging how mode `STAGED` goes about it
/// @param pace how fast hosts go
/// @param vigilance from which load on the schedule is contradicted
/// @param drilling how far hosts are trusted to wake
/// @param punctuality how sure it is that hosts are back in time
public record Tuning(
    double coverage,
    int workloads,
    Staging staging,
    Pace pace,
    Vigilance vigilance,
    Drilling drilling,
    Punctuality punctuality) {
  public static final Tuning USUAL =
      new Tuning(0.8, 100, Staging.USUAL, Pace.FREE, Vigilance.USUAL);

  public Tuning {
    if (!(coverage >= 0 && coverage <= 1)) {
      throw new IllegalArgumentException("Expected a coverage from 0 to 1 but found " + coverage);
    }
  }

  /// Where every host is trusted to wake.
  public Tuning(double coverage, int workloads, Staging staging, Pace pace, Vigilance vigilance) {
    this(coverage, workloads, staging, pace, vigilance, Drilling.NONE, Punctuality.USUAL);
  }

  public Tuning with(double share) {
    return new Tuning(share, workloads, staging, pace, vigilance, drilling, punctuality);
  }

  public Tuning with(Staging other) {
    return new Tuning(coverage, workloads, other, pace, vigilance, drilling, punctuality);
  }

  public Tuning with(Pace other) {
    return new Tuning(coverage, workloads, staging, other, vigilance, drilling, punctuality);
  }

  public Tuning with(Vigilance other) {
    return new Tuning(coverage, workloads, staging, pace, other, drilling, punctuality);
  }

  public Tuning with(Drilling other) {
    return new Tuning(coverage, workloads, staging, pace, vigilance, other, punctuality);
  }

  public Tuning with(Punctuality other) {
    return new Tuning(coverage, workloads, staging, pace, vigilance, drilling, other);
  }
}
