package dev.feierabend.hypervisor.login;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerOffer;
import dev.feierabend.core.acting.PowerReading;
import java.net.URI;
import java.util.Collection;
import java.util.List;

/// Lets through what a controller says as one short line without our secrets, whatever it says: a
/// controller may repeat a request in its error.
public record Discreet(Collection<String> secrets) {
  public static final Discreet NOTHING_TO_HIDE = new Discreet(List.of());

  private static final int LONGEST = 300;

  public Discreet {
    secrets = secrets.stream().filter(secret -> !secret.isEmpty()).toList();
  }

  public static Discreet about(Login login) {
    String basic = login.basic();
    return new Discreet(List.of(basic.substring(basic.indexOf(' ') + 1), login.password()));
  }

  /// Expects an address in which nobody is named: it is told in every message about its server.
  ///
  /// @throws IllegalArgumentException where somebody is, without saying who
  public static void expectNobodyIn(URI address) {
    String authority = String.valueOf(address.getRawAuthority());
    int at = authority.lastIndexOf('@');
    if (at >= 0) {
      throw new IllegalArgumentException(
          "Expected an address without a user or a password before " + authority.substring(at));
    }
  }

  public String line(String said) {
    String line = said.strip().replaceAll("\\p{Cntrl}+", " ");
    for (String secret : secrets) {
      line = line.replace(secret, "***");
    }
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  public Answer answer(Answer answer) {
    return switch (answer) {
      case Answer.Refused(var because) -> new Answer.Refused(line(because));
      case Answer.NotYet(var because) -> new Answer.NotYet(line(because));
      case Answer.Unknown(var because) -> new Answer.Unknown(line(because));
      case Answer.Done _, Answer.StillAsked _ -> answer;
    };
  }

  public PowerOffer offer(PowerOffer offer) {
    return switch (offer) {
      case PowerOffer.Known _ -> offer;
      case PowerOffer.Unknown(var because) -> new PowerOffer.Unknown(line(because));
    };
  }

  public PowerReading reading(PowerReading reading) {
    return switch (reading) {
      case PowerReading.Metered _ -> reading;
      case PowerReading.NotOffered(var because) -> new PowerReading.NotOffered(line(because));
      case PowerReading.Unknown(var because) -> new PowerReading.Unknown(line(because));
    };
  }

  @Override
  public String toString() {
    return "***";
  }
}
