package dev.feierabend.hypervisor.vsphere;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.hypervisor.vsphere.Reply.Fault;
import dev.feierabend.hypervisor.vsphere.Reply.Said;
import dev.feierabend.hypervisor.vsphere.Reply.Silence;
import dev.feierabend.hypervisor.vsphere.VsphereClient.Posted;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// One session with a vCenter. One that has expired is renewed, once a call. A login that was
/// refused isn't tried again within the hour unless it has changed: directories lock accounts after
/// a few wrong passwords within minutes, but a directory that was itself out must not keep a town's
/// hosts asleep for good.
final class Session {
  private static final Duration QUARANTINE = Duration.ofHours(1);
  private static final Request HELLO =
      Request.of("RetrieveServiceContent", new Ref("ServiceInstance", "ServiceInstance"));

  private sealed interface Entry {}

  /// @param key by which the server knows the session
  private record In(String cookie, Xml content, String key) implements Entry {}

  private record Barred(Reply reply) implements Entry {}

  private record Quarantine(VsphereLogin login, Instant until) {
    boolean holds(VsphereLogin now, Instant at) {
      return login.equals(now) && at.isBefore(until);
    }
  }

  private final VsphereServer server;
  private final VsphereClient client;
  private final Supplier<VsphereLogin> logins;
  private final InstantSource clock;
  private Optional<In> current = Optional.empty();
  private Optional<Quarantine> quarantine = Optional.empty();

  /// @param logins asked before each login, so that a changed password is used
  Session(
      VsphereServer server,
      VsphereClient client,
      Supplier<VsphereLogin> logins,
      InstantSource clock) {
    this.server = server;
    this.client = client;
    this.logins = logins;
    this.clock = clock;
  }

  Reply call(Request request) {
    return call(Duration.ZERO, request);
  }

  /// @param longer how much longer than usual the answer may take
  Reply call(Duration longer, Request request) {
    Entry entry = enter(Optional.empty());
    Reply reply = ask(entry, longer, request);
    return entry instanceof In worn && expired(reply)
        ? ask(enter(Optional.of(worn)), longer, request)
        : reply;
  }

  /// By which the server knows the present session; empty where there is none.
  synchronized Optional<String> key() {
    return current.map(In::key);
  }

  /// Leaves the server; a session that is only forgotten stays open there for half an hour.
  synchronized void leave() {
    current.ifPresent(in -> ask(in, Duration.ZERO, Request.of("Logout", "sessionManager")));
    current = Optional.empty();
  }

  private static boolean expired(Reply reply) {
    return reply instanceof Fault(var kind, _) && kind.equals("NotAuthenticated");
  }

  private Reply ask(Entry entry, Duration longer, Request request) {
    return switch (entry) {
      case Barred(var reply) -> reply;
      case In in -> post(Optional.of(in.cookie()), request.in(in.content()), longer).reply();
    };
  }

  private Posted post(Optional<String> cookie, Xml method, Duration longer) {
    return client.post(server.sdk(), cookie, method, longer);
  }

  /// @param worn the session that is of no use any more: another one is
  private synchronized Entry enter(Optional<In> worn) {
    if (current.isPresent() && !current.equals(worn)) {
      return current.get();
    }
    current = Optional.empty();
    Entry entry = logIn();
    if (entry instanceof In in) {
      current = Optional.of(in);
    }
    return entry;
  }

  private Entry logIn() {
    try {
      VsphereLogin login = logins.get();
      return quarantine.filter(it -> it.holds(login, clock.instant())).isPresent()
          ? new Barred(refused())
          : logIn(login);
    } catch (Outage outage) {
      return new Barred(new Silence(String.valueOf(outage.getMessage())));
    }
  }

  private Entry logIn(VsphereLogin login) {
    Posted hello = post(Optional.empty(), HELLO.in(Xml.NONE), Duration.ZERO);
    return hello.reply() instanceof Said said
        ? logIn(login, hello.cookie(), said.value())
        : new Barred(hello.reply());
  }

  private Entry logIn(VsphereLogin login, Optional<String> cookie, Xml content) {
    Posted answer = post(cookie, ask(login).in(content), Duration.ZERO);
    return switch (answer.reply()) {
      case Said said ->
          new In(answer.cookie().or(() -> cookie).orElse(""), content, said.value().textAt("key"));
      case Fault(var kind, _) when kind.equals("InvalidLogin") -> {
        quarantine = Optional.of(new Quarantine(login, clock.instant().plus(QUARANTINE)));
        yield new Barred(refused());
      }
      // Not in the server's words, which could repeat what it was told.
      case Fault(var kind, _) -> new Barred(new Silence("no login: " + kind));
      case Silence silence -> new Barred(silence);
    };
  }

  /// In English, for messages of tasks come in the session's language.
  private static Request ask(VsphereLogin login) {
    return Request.of(
        "Login",
        "sessionManager",
        Xml.of("userName", login.user()),
        Xml.of("password", login.password()),
        Xml.of("locale", "en"));
  }

  private Fault refused() {
    return new Fault(
        "InvalidLogin",
        "Expected %s to take the login but it refused it; it isn't tried again before %s unless it changes"
            .formatted(server.name(), quarantine.map(Quarantine::until).orElse(clock.instant())));
  }
}
