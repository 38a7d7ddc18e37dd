package dev.feierabend.hypervisor.proxmox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// One entry of a list, or one object, as Proxmox VE tells it: numbers now and then as text, yes
/// and no as 1 and 0. What isn't told, or isn't what it should be, is empty or 0.
record Facts(JsonNode told) {
  private static final int MEBI = 20;

  String text(String key) {
    return told.path(key).asText("");
  }

  boolean yes(String key) {
    return told.path(key).asInt() == 1 || told.path(key).asBoolean();
  }

  long number(String key) {
    return Math.max(0, told.path(key).asLong());
  }

  /// Bytes as MiB.
  long mebibytes(String key) {
    return number(key) >> MEBI;
  }

  Optional<Double> figure(String key) {
    JsonNode value = told.path(key);
    double figure = value.asDouble(Double.NaN);
    return Double.isFinite(figure) && figure >= 0 ? Optional.of(figure) : Optional.empty();
  }

  /// A name that goes into a path as it is; whatever else is called so is nobody's.
  Optional<String> name(String key) {
    return Optional.of(text(key)).filter(name -> name.matches("[A-Za-z0-9][A-Za-z0-9.-]*"));
  }
}
