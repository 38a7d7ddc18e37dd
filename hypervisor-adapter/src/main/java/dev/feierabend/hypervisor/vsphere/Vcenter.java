package dev.feierabend.hypervisor.vsphere;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.hosting.Sight;
import dev.feierabend.hypervisor.vsphere.Reply.Fault;
import dev.feierabend.hypervisor.vsphere.Reply.Said;
import dev.feierabend.hypervisor.vsphere.Reply.Silence;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// A vCenter, or a single ESXi: one session, one mirror of its inventory, and the tasks it is
/// carrying out for us. What shows it as a hypervisor and what switches its hosts share it.
public final class Vcenter implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final VsphereServer server;
  private final InstantSource clock;
  private final Session session;
  private final Watch watch;
  private final Effects effects;
  private volatile Optional<Picture> last = Optional.empty();

  /// @param logins asked before each login, so that a changed password is used
  public Vcenter(
      VsphereServer server,
      VsphereClient client,
      Supplier<VsphereLogin> logins,
      InstantSource clock) {
    this(server, client, logins, clock, PATIENCE);
  }

  /// @param patience how long a task is waited for before it is told that it is under way
  public Vcenter(
      VsphereServer server,
      VsphereClient client,
      Supplier<VsphereLogin> logins,
      InstantSource clock,
      Duration patience) {
    this.server = server;
    this.clock = clock;
    this.session = new Session(server, client, logins, clock);
    this.watch = new Watch(session);
    this.effects = new Effects(session, patience);
  }

  Session session() {
    return session;
  }

  Effects effects() {
    return effects;
  }

  Instant now() {
    return clock.instant();
  }

  Optional<Picture> last() {
    return last;
  }

  /// Looks, and decides by what is seen; where nothing is, the outcome is that.
  Answer seen(String what, Function<Picture, Answer> decide) {
    return switch (look()) {
      case Seen(var picture) -> decide.apply(picture);
      case Blind(var why) -> Answers.of(what, why);
    };
  }

  sealed interface Look {}

  record Seen(Picture picture) implements Look {}

  record Blind(Reply why) implements Look {}

  synchronized Look look() {
    Instant at = clock.instant();
    Reply reply = watch.refresh();
    if (!(reply instanceof Said)) {
      return new Blind(reply);
    }
    Picture picture = Painter.paint(watch.mirror(), at);
    last = Optional.of(picture);
    return new Seen(picture);
  }

  Sight sight() {
    return switch (look()) {
      case Seen(var picture) -> new Sight.Seen(picture.inventory());
      case Blind(var why) -> new Sight.Unseen(because(why), last.map(Picture::inventory));
    };
  }

  private String because(Reply why) {
    return switch (why) {
      case Said _ -> server.name() + " tells nothing";
      case Fault fault -> "%s: %s".formatted(server.name(), fault.message());
      case Silence(var because) -> "%s: %s".formatted(server.name(), because);
    };
  }

  /// Leaves the server.
  @Override
  public void close() {
    session.leave();
  }
}
