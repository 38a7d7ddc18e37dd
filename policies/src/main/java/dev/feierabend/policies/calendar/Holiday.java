package dev.feierabend.policies.calendar;

import java.time.LocalDate;

/// A day off, as people call it.
public record Holiday(LocalDate date, String name) {}
