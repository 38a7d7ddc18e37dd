package dev.feierabend.console.api;

import dev.feierabend.core.deputising.Deputyship;
import java.time.Instant;

/// `deputy` stands in for `namedBy` in [`from`, `until`); both are pseudonyms.
public record DeputyView(String deputy, String namedBy, Instant from, Instant until) {
  public static DeputyView of(Deputyship term) {
    return new DeputyView(term.deputy().value(), term.namedBy().value(), term.from(), term.until());
  }
}
