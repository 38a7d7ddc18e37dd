package dev.feierabend.core.reporting.energy;

import dev.feierabend.core.kernel.Owner;

/// One customer's part of a period, or the operator's.
///
/// @param kwh of what was taken, by the processor time of its workloads
/// @param savedKwh of what was saved, by the sleep of its workloads
public record Share(Owner owner, Estimate kwh, Estimate savedKwh) {}
