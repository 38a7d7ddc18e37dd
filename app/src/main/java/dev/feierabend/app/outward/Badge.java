package dev.feierabend.app.outward;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.hypervisor.login.Discreet;
import dev.feierabend.hypervisor.login.Login;
import dev.feierabend.hypervisor.login.LoginSource;
import java.util.List;
import java.util.Optional;

/// Who we are to somebody outside: nobody, whoever a token says, or a user with a password.
public sealed interface Badge {
  /// What is shown at the moment it is asked for: files change under one's feet.
  ///
  /// @throws Outage where the file can't be read
  Shown shown();

  /// @param authorization the header's value; empty where nothing is shown
  /// @param discreet keeps it out of sentences, whatever is answered
  record Shown(Optional<String> authorization, Discreet discreet) {}

  record None() implements Badge {
    @Override
    public Shown shown() {
      return new Shown(Optional.empty(), Discreet.NOTHING_TO_HIDE);
    }
  }

  /// The first line of a file, as a bearer's token.
  record Token(SecretFile file) implements Badge {
    @Override
    public Shown shown() {
      String token = file.lines().getFirst();
      return new Shown(Optional.of("Bearer " + token), new Discreet(List.of(token)));
    }
  }

  record OfUser(LoginSource source) implements Badge {
    @Override
    public Shown shown() {
      Login login = source.login();
      return new Shown(Optional.of(login.basic()), Discreet.about(login));
    }
  }
}
