package dev.feierabend.core.reporting.energy;

import dev.feierabend.policies.terms.MachineId;

/// One host's account of a period.
///
/// @param kwh what it took
/// @param savedKwh what it would have taken more, always on under the same load; negative where its
///   boots took more than its sleep saved
/// @param onKwh what of it was taken while it was on and did not start
/// @param idleKwh what it would have taken meanwhile without any load, by its meter where that
///   tells it, else by its curve; never more than `onKwh`
/// @param hoursUnknown of which neither load nor sleep is recorded
/// @param boots how often it was switched on
public record HostEnergy(
    MachineId host,
    String name,
    Estimate kwh,
    Estimate savedKwh,
    double onKwh,
    double idleKwh,
    double hoursOn,
    double hoursOff,
    double hoursUnknown,
    int boots) {}
