package dev.feierabend.app.demo;

import dev.feierabend.policies.terms.ActorId;

/// Who acts in the demonstration. The journal knows pseudonyms only.
public final class DemoPeople {
  static final ActorId PLANNER = new ActorId("actor-17");
  static final ActorId CUSTOMER = new ActorId("actor-4");

  private DemoPeople() {}

  /// Who is who, to be kept outside the journal.
  public static String document() {
    return """
    # Who is who. The journal has the pseudonyms only, so a person can be
    # erased here without touching a proof.
    %s: Petra Brandt
    %s: Jonas Weiß
    """
        .formatted(PLANNER, CUSTOMER);
  }
}
