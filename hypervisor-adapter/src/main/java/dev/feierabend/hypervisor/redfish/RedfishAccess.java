package dev.feierabend.hypervisor.redfish;

import dev.feierabend.hypervisor.login.Discreet;
import dev.feierabend.hypervisor.login.Door;
import dev.feierabend.hypervisor.login.Login;
import dev.feierabend.hypervisor.login.LoginSource;
import dev.feierabend.hypervisor.redfish.Reply.Said;
import dev.feierabend.hypervisor.redfish.Reply.Silence;
import dev.feierabend.hypervisor.redfish.Sessions.Pass;
import dev.feierabend.hypervisor.switching.Look;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Asks one controller, as whoever its credentials say; all its machines share this.
final class RedfishAccess {
  private final RedfishClient client;
  private final Optional<Door> door;
  private final Sessions sessions;

  RedfishAccess(
      URI controller,
      Optional<LoginSource> credentials,
      RedfishClient client,
      InstantSource clock) {
    this.client = client;
    this.door = credentials.map(source -> new Door(controller.toString(), source, clock));
    this.sessions = new Sessions(controller, client);
  }

  Reply send(Request request) {
    return door.map(it -> it.through(errand(request))).orElseGet(() -> client.send(request));
  }

  Discreet discreet() {
    List<String> secrets =
        Stream.concat(
                door.stream().flatMap(it -> it.discreet().secrets().stream()),
                sessions.token().stream())
            .toList();
    return new Discreet(secrets);
  }

  void close() {
    sessions.close();
  }

  private Door.Errand<Reply> errand(Request request) {
    return new Door.Errand<>(
        login -> as(login, request),
        RedfishAccess::verdict,
        barred -> new Silence(new Look.Hidden(barred.answer(), barred.because())));
  }

  /// A session that has ended is begun anew, once.
  private Reply as(Login login, Request request) {
    Pass pass = sessions.pass(login);
    Reply reply = with(pass, login, request);
    boolean turnedAway = reply instanceof Said said && said.isOf(Said.UNAUTHORIZED);
    if (pass instanceof Pass.Token(var token) && turnedAway) {
      sessions.forget(token);
      return with(sessions.pass(login), login, request);
    }
    return reply;
  }

  private Reply with(Pass pass, Login login, Request request) {
    return switch (pass) {
      case Pass.Token(var token) -> client.send(Sessions.with(request, token));
      case Pass.Basic _ -> client.send(request.with("Authorization", login.basic()));
      case Pass.None(var reply) -> reply;
    };
  }

  private static Door.Verdict verdict(Reply reply) {
    return switch (reply) {
      case Said said when said.accepted() -> Door.Verdict.ACCEPTED;
      case Said said when said.isOf(Said.UNAUTHORIZED) -> Door.Verdict.REFUSED;
      case Said _, Silence _ -> Door.Verdict.NONE;
    };
  }
}
