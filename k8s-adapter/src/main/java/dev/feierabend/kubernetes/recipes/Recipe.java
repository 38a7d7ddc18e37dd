package dev.feierabend.kubernetes.recipes;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What sleeps how, how it is known to be ready, and where its pods are: all that is known of a
/// kind.
///
/// @param name the kind in a workload's id
/// @param target a reference to the object whose replicas it governs, which then isn't touched
/// @param optIn only what its owner labelled with [Untouchable#SLEEPS] sleeps
/// @param notes where we note on an object what we did to it
/// @param unless what an object of the kind says by which nobody puts it to sleep
/// @param over conditions that say it is finished and nothing any more
public record Recipe(
    String name,
    ResourceKind resource,
    Manner manner,
    Readiness ready,
    Optional<PodsRule> pods,
    Optional<JsonPointer> target,
    boolean optIn,
    Notes notes,
    List<Bar> unless,
    Set<String> over) {
  public Recipe {
    unless = List.copyOf(unless);
    over = Set.copyOf(over);
  }
}
