package dev.feierabend.core.forecasting.proposals;

import java.time.ZoneId;
import java.util.function.Function;

/// What a proposed document says besides what was found.
///
/// @param name the policy's
/// @param zone whose clocks count
/// @param because why a window is never slept in, in the language of its readers; without quotes
public record Naming(String name, ZoneId zone, Function<Never, String> because) {}
