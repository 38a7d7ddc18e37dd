package dev.feierabend.sandbox.town;

import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.sandbox.centre.Luck;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Three towns' data centre, made from a seed: a town hall with office hours, a school district, a
/// backup service that is busy at night; and a week with Ascension Day in it. Everything is told as
/// documents of the policy language, as real customers would.
public record ThreeTowns(int hosts, long seed) {
  public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  public static final LocalDate HOLIDAY = LocalDate.of(2026, 5, 14);
  public static final Set<LocalDate> HOLIDAYS = Set.of(HOLIDAY);

  /// Monday morning, before anybody works.
  public static final Instant START = LocalDate.of(2026, 5, 11).atStartOfDay(ZONE).toInstant();

  /// A policy as proposed: whose, and what it says.
  public record Proposal(TenantId tenant, String name, String document) {}

  public ThreeTowns {
    if (hosts < 2 || hosts > 10_000) {
      throw new IllegalArgumentException("Expected 2 to 10000 hosts but found " + hosts);
    }
  }

  /// The `kind: Fleet` document.
  public String fleet() {
    return new TownFleet(hosts, new Luck(seed)).document();
  }

  /// What each customer proposes; the town hall and the schools sleep through the bank holiday too.
  public List<Proposal> proposals() {
    var ahausen = new TenantId("ahausen");
    var bergstadt = new TenantId("bergstadt");
    var backup = new TenantId("datensicherung");
    return List.of(
        new Proposal(
            ahausen,
            "rathaus",
            TownPolicies.townHall("rathaus", ahausen, pools("ahausen-office"))
                + holiday("06:30", "22:00")),
        new Proposal(
            bergstadt,
            "schulen",
            TownPolicies.school("schulen", bergstadt, pools("bergstadt-schools"))
                + holiday("07:00", "18:00")),
        new Proposal(
            backup,
            "sicherung",
            TownPolicies.nightBackup("sicherung", backup, pools("backup-nights"))));
  }

  private static String holiday(String from, String to) {
    return """
      exceptions:
        - {date: %s, asleep: {from: "%s", to: "%s"}}
    """
        .formatted(HOLIDAY, from, to);
  }

  private static SortedSet<PoolId> pools(String pool) {
    return new TreeSet<>(Set.of(new PoolId(pool)));
  }
}
