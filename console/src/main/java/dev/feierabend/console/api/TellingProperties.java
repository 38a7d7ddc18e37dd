package dev.feierabend.console.api;

import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How times and electricity are told to people.
///
/// @param zone `feierabend.zone`, in which months begin, too
/// @param price `feierabend.price`: what a kilowatt hour costs, in euro; without it no euro are
///   told
@ConfigurationProperties("feierabend")
public record TellingProperties(
    @DefaultValue("Europe/Berlin") ZoneId zone, @Nullable Double price) {
  public TellingProperties {
    if (price != null && !(price >= 0)) {
      throw new IllegalArgumentException(
          "Expected feierabend.price of at least 0 but found " + price);
    }
  }

  Optional<Double> euroAKwh() {
    return Optional.ofNullable(price);
  }
}
