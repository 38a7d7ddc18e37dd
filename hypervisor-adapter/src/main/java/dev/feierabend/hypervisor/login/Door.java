package dev.feierabend.hypervisor.login;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.kernel.Outage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way into one controller. A login that it refuses is tried once and not again until there is
/// another one, lest the account be locked; until one was accepted nobody else tries it meanwhile.
/// After an hour it is tried once more: a directory that was out at midnight must not cost the
/// morning.
public final class Door {
  /// What a controller's answer tells of the login that was used.
  public enum Verdict {
    ACCEPTED,
    REFUSED,
    /// Nothing: it may not even have looked at it.
    NONE
  }

  /// What is done with a login, how its outcome is judged, and what it is where none can be used.
  public record Errand<T>(
      Function<Login, T> run, Function<T, Verdict> verdict, Function<Barred, T> barred) {}

  /// There is no login, or none that would be let in; nothing was asked.
  public record Barred(Answer answer, String because) {}

  private record Refusal(Login login, Instant until) {}

  private static final Duration QUARANTINE = Duration.ofHours(1);
  private static final Logger LOG = LoggerFactory.getLogger(Door.class);

  private final String where;
  private final LoginSource source;
  private final InstantSource clock;
  private final ReentrantLock unproven = new ReentrantLock();
  private volatile Optional<Login> accepted = Optional.empty();
  private volatile Optional<Refusal> refused = Optional.empty();
  private volatile Discreet discreet = Discreet.NOTHING_TO_HIDE;

  /// @param where the controller, for people
  public Door(String where, LoginSource source, InstantSource clock) {
    this.where = where;
    this.source = source;
    this.clock = clock;
  }

  public <T> T through(Errand<T> errand) {
    Login login;
    try {
      login = source.login();
    } catch (Outage | IllegalArgumentException none) {
      return errand.barred().apply(unknown(String.valueOf(none.getMessage())));
    }
    if (isAccepted(login)) {
      return tried(login, errand);
    }
    unproven.lock();
    try {
      return isRefused(login) ? errand.barred().apply(no(login)) : tried(login, errand);
    } finally {
      unproven.unlock();
    }
  }

  private <T> T tried(Login login, Errand<T> errand) {
    discreet = Discreet.about(login);
    T outcome = errand.run().apply(login);
    switch (errand.verdict().apply(outcome)) {
      case ACCEPTED -> accepted = Optional.of(login);
      case REFUSED -> {
        accepted = Optional.empty();
        refused = Optional.of(new Refusal(login, clock.instant().plus(QUARANTINE)));
        LOG.warn("{}", no(login).because());
        return errand.barred().apply(no(login));
      }
      case NONE -> {}
    }
    return outcome;
  }

  private boolean isAccepted(Login login) {
    return accepted.filter(login::equals).isPresent();
  }

  private boolean isRefused(Login login) {
    return refused
        .filter(it -> it.login().equals(login) && clock.instant().isBefore(it.until()))
        .isPresent();
  }

  private static Barred unknown(String because) {
    return new Barred(new Answer.Unknown(because), because);
  }

  private Barred no(Login login) {
    String because =
        "The controller at %s refuses the login of %s, and isn't asked with it again for an hour lest the account lock; correct the file of its credentials"
            .formatted(where, login.user());
    return new Barred(new Answer.Refused(because), because);
  }

  /// What hides the login that was used last.
  public Discreet discreet() {
    return discreet;
  }
}
