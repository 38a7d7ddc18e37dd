package dev.feierabend.hypervisor.proxmox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.feierabend.hypervisor.proxmox.Reply.Fault;
import dev.feierabend.hypervisor.proxmox.Reply.Said;
import dev.feierabend.hypervisor.proxmox.Reply.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks at a cluster. A look costs three requests whatever the cluster's size; what the login may
/// and what is set for all is asked every few minutes, and each guest's configuration once.
final class Watch {
  private static final Duration GOOD_FOR = Duration.ofMinutes(10);

  sealed interface Look {}

  record Seen(Told told) implements Look {}

  record Blind(Reply why) implements Look {}

  private record Set(Rights rights, JsonNode options, Instant until) {}

  private final Access access;
  private final Departures departures;
  private final Configurations configurations;
  private final Map<String, Told.Size> sizes = new HashMap<>();
  private Optional<Set> set = Optional.empty();

  Watch(Access access, Departures departures) {
    this.access = access;
    this.departures = departures;
    this.configurations = new Configurations(access);
  }

  /// Reads a guest's configuration anew at the next look.
  void doubt(Place place) {
    configurations.forget(place);
  }

  synchronized Look look(Instant at) {
    Reply status = list("/cluster/status");
    if (!(status instanceof Said(var nodes))) {
      return new Blind(status);
    }
    Reply resources = list("/cluster/resources");
    if (!(resources instanceof Said(var all))) {
      return new Blind(resources);
    }
    Reply manager = optional("/cluster/ha/status/manager_status");
    if (!(manager instanceof Said(var highAvailability))) {
      return new Blind(manager);
    }
    Reply settings = settings(at);
    if (!(settings instanceof Said)) {
      return new Blind(settings);
    }
    return new Seen(told(at, nodes, all, highAvailability));
  }

  private Told told(Instant at, JsonNode status, JsonNode resources, JsonNode manager) {
    sizes.putAll(Told.sizes(resources));
    List<Place> places = Told.each(resources).flatMap(it -> Place.of(it).stream()).toList();
    Set known = set.orElseThrow();
    departures.see(status, at);
    return new Told(
        at,
        status,
        resources,
        manager,
        known.options(),
        known.rights(),
        configurations.of(places, at),
        sizes,
        departures.left());
  }

  private Reply list(String path) {
    Reply reply = access.send(Request.get(path));
    return reply instanceof Said(var data) && !data.isArray()
        ? new Silence("the answer is no list", false)
        : reply;
  }

  /// What a login may not see, or an older version doesn't have, isn't known.
  private Reply optional(String path) {
    Reply reply = access.send(Request.get(path));
    return reply instanceof Fault fault && fault.notOffered()
        ? new Said(MissingNode.getInstance())
        : reply;
  }

  private Reply settings(Instant at) {
    if (set.filter(it -> at.isBefore(it.until())).isPresent()) {
      return new Said(MissingNode.getInstance());
    }
    Reply rights = access.send(Request.get("/access/permissions"));
    if (!(rights instanceof Said(var permissions))) {
      return rights;
    }
    Reply options = optional("/cluster/options");
    if (options instanceof Said(var told)) {
      set = Optional.of(new Set(Rights.of(permissions), told, at.plus(GOOD_FOR)));
    }
    return options;
  }
}
