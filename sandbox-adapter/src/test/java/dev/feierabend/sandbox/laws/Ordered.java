package dev.feierabend.sandbox.laws;

import dev.feierabend.sandbox.town.ThreeTowns;
import java.util.List;
import java.util.SplittableRandom;

/// Towns whose documents order what sleeps, in some of the nights: the first guest of each host is
/// a database, and some agreements let it go last, some of these by a test that never passes, or
/// let only a few go at once.
record Ordered(ThreeTowns towns, long seed) {
  private static final String LAST_THE_DATABASE =
      "  order: [{workloads: {labels: {tier: database}}}]\n";
  private static final String NOBODY_ANSWERS =
      """
        order:
          - workloads: {labels: {tier: database}}
            ready: {test: "tcp://nobody.example:5432"}
            within: PT4M
      """;
  private static final String FEW_AT_ONCE = "  stagger: {atMost: 2, per: PT3M}\n";

  String fleet() {
    return towns
        .fleet()
        .replaceAll(
            "(name: vm-\\S+-1\\n(?:.*\\n){4} +labels: \\{)rhythm", "$1tier: database, rhythm");
  }

  String document(ThreeTowns.Proposal proposal) {
    var random = new SplittableRandom(seed ^ proposal.name().hashCode());
    String order = List.of(LAST_THE_DATABASE, NOBODY_ANSWERS, "").get(random.nextInt(3));
    return proposal.document() + order + (random.nextInt(3) == 0 ? FEW_AT_ONCE : "");
  }
}
