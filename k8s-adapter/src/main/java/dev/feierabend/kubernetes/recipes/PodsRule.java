package dev.feierabend.kubernetes.recipes;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Optional;
import java.util.SortedMap;

/// Where an object's pods are found, and what they ask for.
///
/// @param selector a label selector in the object
/// @param label the label that has the object's name as its value, where there is no selector
/// @param labels what else they are labelled with
/// @param owner the kind that controls them, where others' pods could have the same labels
/// @param template a pod template in the object
/// @param resources requests and limits of one pod, where there is no template
public record PodsRule(
    Optional<JsonPointer> selector,
    Optional<String> label,
    SortedMap<String, String> labels,
    Optional<String> owner,
    Optional<JsonPointer> template,
    Optional<JsonPointer> resources) {}
