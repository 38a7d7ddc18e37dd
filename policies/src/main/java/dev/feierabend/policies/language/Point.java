package dev.feierabend.policies.language;

/// Where a window begins or ends, in one of the forms that a window can have.
public sealed interface Point permits WeekTime, DateTime, YearTime, HolidayTime {}
