package dev.feierabend.policies.fleet;

import dev.feierabend.policies.terms.PowerCurve;
import java.time.Duration;

/// A host's electricity: watts over load, watts of its controller when off, boot time and watts.
public record Electricity(PowerCurve curve, double standbyWatts, Duration boot, double bootWatts) {}
