package dev.feierabend.sandbox.laws;

import dev.feierabend.core.acting.Step;
import dev.feierabend.core.proving.JournalVerifier;
import dev.feierabend.core.proving.Verification;
import dev.feierabend.sandbox.centre.EffectLog.Effect;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Law 12: the history verifies, and of every effect there is an intent in it.
final class NothingForgotten implements Law {
  @Override
  public List<String> violations(Night night) {
    Set<String> intents =
        night.issued().map(issued -> about(issued.step())).collect(Collectors.toSet());
    Stream<String> unrecorded =
        night.effects().stream()
            .filter(Effect::changed)
            .map(effect -> effect.verb() + " " + effect.subject())
            .filter(effect -> !intents.contains(effect))
            .map(effect -> effect + " stands nowhere");
    Verification verification = JournalVerifier.verify(night.log());
    Stream<String> harmed =
        verification instanceof Verification.Intact
            ? Stream.empty()
            : Stream.of(verification.toString());
    return Stream.concat(unrecorded, harmed).toList();
  }

  static String about(Step step) {
    String verb =
        switch (step) {
          case Step.Sleep _ -> "sleep";
          case Step.Wake _ -> "wake";
          case Step.Cordon _ -> "cordon";
          case Step.Drain _ -> "drain";
          case Step.PowerOff _ -> "off";
          case Step.PowerOn _ -> "on";
          case Step.Admit _ -> "admit";
        };
    return verb + " " + step.subject();
  }
}
