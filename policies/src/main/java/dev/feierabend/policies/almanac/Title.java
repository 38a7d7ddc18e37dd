package dev.feierabend.policies.almanac;

import dev.feierabend.policies.yaml.Place;
import java.util.Optional;

/// What an almanac says about itself.
///
/// @param at where its name stands
/// @param edition a date or another text by which its publisher tells one state from the next
/// @param source where its facts are from
public record Title(
    String name, Place at, String edition, String source, Optional<String> licence) {}
