package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Place;

/// A list of days by its name, for example `staff-released`, and where it is named: whether there
/// is such a list, only a calendar knows.
public record ListName(String name, Place at) {
  @Override
  public String toString() {
    return name;
  }
}
