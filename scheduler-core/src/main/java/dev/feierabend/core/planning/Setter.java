package dev.feierabend.core.planning;

import java.util.Optional;

/// Who set what puts a workload to sleep, where its object tells.
///
/// @param name a tool by its own name, else as the object has it: `Argo CD`, `kubectl`
/// @param keeps true for a program that follows a document and sets it again whenever it differs;
///   false for a person, and for what nobody knows
/// @param source the document that it follows: `Application shop`
/// @param remedy what, written there, lets it leave that alone
public record Setter(
    String name, boolean keeps, Optional<String> source, Optional<String> remedy) {}
