package dev.feierabend.hypervisor.proxmox;

import dev.feierabend.hypervisor.login.Discreet;
import dev.feierabend.hypervisor.login.Door;
import dev.feierabend.hypervisor.login.Login;
import dev.feierabend.hypervisor.login.LoginSource;
import dev.feierabend.hypervisor.proxmox.Reply.Barred;
import dev.feierabend.hypervisor.proxmox.Reply.Fault;
import dev.feierabend.hypervisor.proxmox.Reply.NotLetIn;
import dev.feierabend.hypervisor.proxmox.Reply.Said;
import dev.feierabend.hypervisor.proxmox.Reply.Silence;
import dev.feierabend.hypervisor.proxmox.Tickets.Headers;
import dev.feierabend.hypervisor.proxmox.Tickets.None;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Asks a cluster, as whoever its credentials say, through whichever of its nodes is there: the
/// last one that was, then the others. What may have been heard isn't said again elsewhere.
final class Access {
  private static final Headers NOBODY = new Headers(Map.of(), Map.of());

  private final ProxmoxServer server;
  private final ProxmoxClient client;
  private final Door door;
  private final Tickets tickets = new Tickets();
  private volatile URI last;

  Access(ProxmoxServer server, ProxmoxClient client, LoginSource logins, InstantSource clock) {
    this.server = server;
    this.client = client;
    this.door = new Door(server.name(), logins, clock);
    this.last = server.addresses().getFirst();
  }

  Reply send(Request request) {
    return sent(request, inTurn());
  }

  /// Asks one node and no other.
  Reply from(URI node, Request request) {
    return sent(request, List.of(node));
  }

  private Reply sent(Request request, List<URI> nodes) {
    return door.through(
        new Door.Errand<>(
            login -> as(login, request, nodes),
            Access::verdict,
            barred -> new Barred(barred.answer(), barred.because())));
  }

  /// A ticket that has expired is renewed, once.
  private Reply as(Login login, Request request, List<URI> nodes) {
    Tickets.Pass pass = tickets.pass(login, asking -> toAny(asking, NOBODY, nodes));
    Reply reply = with(pass, request, nodes);
    boolean turnedAway = reply instanceof Fault(var status, _, _) && status == Fault.UNAUTHORIZED;
    if (!turnedAway || !(pass instanceof Headers worn)) {
      return reply;
    }
    if (Tickets.isToken(login)) {
      return new NotLetIn();
    }
    tickets.forget(worn);
    return with(tickets.pass(login, asking -> toAny(asking, NOBODY, nodes)), request, nodes);
  }

  private Reply with(Tickets.Pass pass, Request request, List<URI> nodes) {
    return switch (pass) {
      case Headers headers -> toAny(request, headers, nodes);
      case None(var reply) -> reply;
    };
  }

  private Reply toAny(Request request, Headers headers, List<URI> nodes) {
    Reply reply = new Silence("there is no node to ask", true);
    for (URI node : nodes) {
      reply = client.send(node, request, headers.of(request));
      if (!(reply instanceof Silence(_, var unheard)) || !unheard) {
        last = node;
        break;
      }
    }
    return reply;
  }

  private List<URI> inTurn() {
    var nodes = new ArrayList<>(List.of(last));
    server.addresses().stream().filter(it -> !it.equals(last)).forEach(nodes::add);
    return nodes;
  }

  private static Door.Verdict verdict(Reply reply) {
    return switch (reply) {
      case Said _ -> Door.Verdict.ACCEPTED;
      case NotLetIn _ -> Door.Verdict.REFUSED;
      case Fault _, Silence _, Barred _ -> Door.Verdict.NONE;
    };
  }

  /// What hides the login that was used last and its ticket, as they are and as a form has them.
  Discreet discreet() {
    return new Discreet(
        Stream.concat(door.discreet().secrets().stream(), tickets.secrets().stream())
            .flatMap(secret -> Stream.of(secret, Request.encoded(secret)))
            .toList());
  }
}
