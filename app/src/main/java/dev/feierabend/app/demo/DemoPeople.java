package dev.feierabend.app.demo;

import dev.feierabend.core.kernel.Dispatch;
import dev.feierabend.core.naming.KnownName;
import dev.feierabend.core.naming.NameDirectory;
import dev.feierabend.core.naming.NamingCommand.NamePerson;
import dev.feierabend.policies.terms.ActorId;
import java.time.Instant;
import java.util.HexFormat;

/// Who acts in the demonstration. The journal knows pseudonyms only.
public final class DemoPeople {
  static final ActorId PLANNER = new ActorId("actor-17");
  static final ActorId CUSTOMER = new ActorId("actor-4");

  private DemoPeople() {}

  /// Writes down who is who. The salts come from the seed, as everything else does; real ones are
  /// drawn.
  public static void enter(NameDirectory directory, long seed) {
    directory.keep(PLANNER, new KnownName("Petra Brandt", salt(PLANNER, seed)));
    directory.keep(CUSTOMER, new KnownName("Jonas Weiß", salt(CUSTOMER, seed)));
  }

  private static String salt(ActorId actor, long seed) {
    return HexFormat.of().formatHex(DemoSeed.bytes("salt of " + actor, seed));
  }

  /// Binds the names that the directory knows.
  static void bind(NameDirectory directory, Dispatch dispatch, Instant at) {
    directory
        .all()
        .forEach(
            (actor, known) -> dispatch.send(new NamePerson(actor, known.commitment(actor), at)));
  }
}
