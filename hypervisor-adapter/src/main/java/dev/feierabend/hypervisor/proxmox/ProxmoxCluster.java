package dev.feierabend.hypervisor.proxmox;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.hosting.Sight;
import dev.feierabend.hypervisor.login.Discreet;
import dev.feierabend.hypervisor.login.LoginSource;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A Proxmox VE cluster, or a single node: one login, one view of it, and the tasks that it is
/// carrying out for us. What shows it as a hypervisor and what switches its nodes share it.
public final class ProxmoxCluster {
  private final ProxmoxServer server;
  private final InstantSource clock;
  private final Access access;
  private final Departures departures = new Departures();
  private final Watch watch;
  private volatile Optional<Picture> last = Optional.empty();
  private volatile Rights rights = Rights.NONE;

  /// @param logins a user of a realm and a password, `feierabend@pve`, or a token and its secret,
  ///   `feierabend@pve!night`
  public ProxmoxCluster(
      ProxmoxServer server, ProxmoxClient client, LoginSource logins, InstantSource clock) {
    this.server = server;
    this.clock = clock;
    this.access = new Access(server, client, logins, clock);
    this.watch = new Watch(access, departures);
  }

  Access access() {
    return access;
  }

  Departures departures() {
    return departures;
  }

  Instant now() {
    return clock.instant();
  }

  /// As of the last time that it was seen.
  Rights rights() {
    return rights;
  }

  Optional<Picture> last() {
    return last;
  }

  List<URI> addresses() {
    return server.addresses();
  }

  Discreet discreet() {
    return access.discreet();
  }

  void doubt(Place place) {
    watch.doubt(place);
  }

  sealed interface Look {}

  record Seen(Picture picture) implements Look {}

  record Blind(Reply why) implements Look {}

  synchronized Look look() {
    return switch (watch.look(clock.instant())) {
      case Watch.Blind(var why) -> new Blind(why);
      case Watch.Seen(var told) -> {
        Picture picture = Painter.paint(server, told);
        last = Optional.of(picture);
        rights = told.rights();
        yield new Seen(picture);
      }
    };
  }

  /// Looks, and decides by what is seen; where nothing is, the outcome is that.
  Answer seen(String what, Function<Picture, Answer> decide) {
    Answer answer =
        switch (look()) {
          case Seen(var picture) -> decide.apply(picture);
          case Blind(var why) -> Answers.of(what, why);
        };
    return discreet().answer(answer);
  }

  Sight sight() {
    return switch (look()) {
      case Seen(var picture) -> new Sight.Seen(picture.inventory());
      case Blind(var why) ->
          new Sight.Unseen(
              discreet().line("%s: %s".formatted(server.name(), Reply.because(why))),
              last.map(Picture::inventory));
    };
  }
}
