package dev.feierabend.core.journal;

/// What an aggregate knows after one of its events. Handed to it first, in place of the events up
/// to that one.
record AggregateMemory(String aggregate, Object state) {}
