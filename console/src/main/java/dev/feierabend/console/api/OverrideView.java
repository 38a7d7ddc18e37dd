package dev.feierabend.console.api;

import dev.feierabend.core.agreeing.ExceptionEvent.OverrideGranted;
import dev.feierabend.policies.terms.PoolId;
import java.time.Instant;
import java.util.List;

/// What a customer keeps awake, until when and why; `pools` empty: all of its own.
public record OverrideView(
    String tenant, List<String> pools, Instant until, String by, String because) {

  public static OverrideView of(OverrideGranted granted) {
    return new OverrideView(
        granted.tenant().value(),
        granted.pools().stream().map(PoolId::value).sorted().toList(),
        granted.until(),
        granted.by().value(),
        granted.because());
  }
}
