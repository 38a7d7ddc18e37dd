package dev.feierabend.hypervisor.vsphere;

import dev.feierabend.hypervisor.vsphere.Reply.Fault;
import dev.feierabend.hypervisor.vsphere.Reply.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Keeps a mirror of a vCenter's inventory: told in full once a session, then only what has
/// changed. A look costs one request while nothing does.
final class Watch {
  /// With these, what was told before is of no use: another session, or a server that restarted.
  private static final Set<String> FORGOTTEN =
      Set.of("ManagedObjectNotFound", "InvalidCollectorVersion", "NotAuthenticated");

  /// A server that goes on telling forever is given up.
  private static final int MOST_PAGES = 10_000;

  private final Session session;
  private Mirror mirror = new Mirror();
  private String version = "";

  /// The session's own collector that tells; empty before it is set up.
  private Optional<Ref> collector = Optional.empty();

  Watch(Session session) {
    this.session = session;
  }

  Mirror mirror() {
    return mirror;
  }

  /// Brings the mirror up to date; what isn't `Said` says why it isn't.
  Reply refresh() {
    boolean anew = collector.isEmpty();
    Reply reply = catchUp();
    if (!anew && reply instanceof Fault(var kind, _) && FORGOTTEN.contains(kind)) {
      collector = Optional.empty();
      reply = catchUp();
    }
    return reply;
  }

  private Reply catchUp() {
    if (collector.isEmpty()) {
      Reply reply = begin();
      if (!(reply instanceof Said)) {
        return reply;
      }
    }
    for (int page = 0; page < MOST_PAGES; page++) {
      Reply reply = next();
      if (!(reply instanceof Said said) || !said.value().trueAt("truncated")) {
        return reply;
      }
    }
    return new Reply.Silence("the inventory never ends");
  }

  /// Collector, view and filter are the session's; they end with it.
  private Reply begin() {
    mirror = new Mirror();
    version = "";
    Reply own = session.call(Request.of("CreatePropertyCollector", "propertyCollector"));
    if (!(own instanceof Said created) || created.value().ref().isEmpty()) {
      return own;
    }
    Reply view = session.call(Watch::createView);
    if (!(view instanceof Said said) || said.value().ref().isEmpty()) {
      return view;
    }
    Reply filter =
        session.call(
            Request.of(
                "CreateFilter",
                created.value().ref().get(),
                Specs.ofView(said.value().ref().get(), Specs.OF_THE_PICTURE),
                Xml.of("partialUpdates", false)));
    if (filter instanceof Said) {
      collector = created.value().ref();
    }
    return filter;
  }

  private static Xml createView(Xml content) {
    List<Xml> arguments = new ArrayList<>();
    content.at("rootFolder").ref().ifPresent(root -> arguments.add(Xml.of("container", root)));
    Specs.OF_THE_PICTURE.keySet().forEach(type -> arguments.add(Xml.of("type", type)));
    arguments.add(Xml.of("recursive", true));
    return Request.of("CreateContainerView", "viewManager", arguments.toArray(Xml[]::new))
        .in(content);
  }

  private Reply next() {
    Reply reply =
        session.call(
            Request.of(
                "WaitForUpdatesEx",
                collector.orElseThrow(),
                Xml.of("version", version),
                Specs.waiting(0)));
    if (reply instanceof Said said && said.value().isThere()) {
      mirror.apply(said.value());
      version = said.value().textAt("version");
    }
    return reply;
  }
}
