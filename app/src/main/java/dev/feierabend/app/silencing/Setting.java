package dev.feierabend.app.silencing;

import dev.feierabend.app.outward.Badge;
import dev.feierabend.app.outward.Exchange;
import dev.feierabend.app.silencing.Sleeper.Kind;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.policies.fleet.Fleet;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// An Alertmanager, and what is asked of it.
///
/// @param createdBy who makes our silences; empty: this product, with the fleet's name
/// @param margin how long after the agreed time a silence ends by itself
public record Setting(Place place, Optional<String> createdBy, Duration margin, Written written) {
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  /// Alertmanager shows what has ended for five days besides.
  private static final int LARGEST = 64 << 20;

  /// @param url without `/api/v2`
  /// @param trust in whose certificates HTTPS counts; what this machine trusts where empty
  public record Place(URI url, Badge badge, Optional<SSLContext> trust) {
    public Place {
      boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (!web || url.getHost() == null || url.getUserInfo() != null) {
        throw new IllegalArgumentException(
            "Expected the URL of an Alertmanager without a user, for example"
                + " http://alertmanager.monitoring:9093");
      }
    }
  }

  /// The matchers of each silence, one text a silence. See `Template`.
  public record Written(List<String> hosts, List<String> guests, List<String> workloads) {
    public Written {
      hosts = List.copyOf(hosts);
      guests = List.copyOf(guests);
      workloads = List.copyOf(workloads);
    }
  }

  public Setting {
    if (margin.isNegative() || margin.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException(
          "Expected a margin of PT0S to PT1H but found %s: a silence must not hide that somebody is late"
              .formatted(margin));
    }
    var _ = templates(written);
  }

  private static Map<Kind, List<Template>> templates(Written written) {
    return Map.of(
        Kind.HOST, templates(written.hosts(), Kind.HOST),
        Kind.GUEST, templates(written.guests(), Kind.GUEST),
        Kind.WORKLOAD, templates(written.workloads(), Kind.WORKLOAD));
  }

  private static List<Template> templates(List<String> texts, Kind kind) {
    return texts.stream().map(text -> Template.parse(text, kind.known())).toList();
  }

  /// How many silences stand there, whoever made them; nothing is made.
  ///
  /// @throws Outage where it can't be asked
  public int standing() {
    return alertmanager("").shown().size();
  }

  private String createdBy(Fleet fleet) {
    return createdBy.orElseGet(() -> "feierabend/" + fleet.name());
  }

  Silences silences(Fleet fleet) {
    return new Silences(templates(written), margin, createdBy(fleet));
  }

  Alertmanager alertmanager(Fleet fleet) {
    return alertmanager(createdBy(fleet));
  }

  private Alertmanager alertmanager(String createdBy) {
    return new HttpAlertmanager(
        place.url(), place.badge(), new Exchange(DEADLINE, place.trust(), LARGEST), createdBy);
  }
}
