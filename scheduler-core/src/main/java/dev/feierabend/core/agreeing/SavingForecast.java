package dev.feierabend.core.agreeing;

/// What a proposal is expected to save a week, and on how much recorded load the figure stands.
public record SavingForecast(
    double kilowattHoursAWeek, double asleepHoursAWeek, int recordedHours) {}
