package dev.feierabend.core.reporting.energy;

import dev.feierabend.core.agreeing.AgreementId;
import java.util.Optional;

/// What one document in force was expected to save in a period, and what its sleep did save.
///
/// @param inForce the part of the period in which it was
/// @param forecastKwh of that part; empty where it had no forecast when it was proposed
/// @param savedKwh its part of what all sleep saved, by hours asleep times cores used while awake
/// @param asleepHoursAWeek of each workload that it put to sleep, on the average
public record Kept(
    AgreementId agreement,
    String digest,
    Span inForce,
    Optional<Estimate> forecastKwh,
    Estimate savedKwh,
    double asleepHoursAWeek) {}
