package dev.feierabend.bench;

import dev.feierabend.bench.Comparison.Measured;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.imports.Input;
import dev.feierabend.policies.imports.Owners;
import dev.feierabend.policies.imports.Scheduler;
import dev.feierabend.policies.imports.Settings;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.SchedulePolicyParser;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// What bad documents cost each parser, a megabyte, against SHA-256 of the same bytes, and beside
/// what the YAML library alone takes to refuse or read them.
///
/// @param policy bytes of a policy; the last to be read, for so little warms nothing up
/// @param size bytes of all others
record BadInput(Rounds rounds, int policy, int size, PrintWriter out) {
  private static final int DEEPEST = 32;

  private static final Settings SETTINGS =
      new Settings(
          new Owners.Stated(new TenantId("ahausen"), Set.of(new PoolId("office"))),
          Optional.empty(),
          Locale.ENGLISH);

  private static final LoadSettings YAML =
      LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();

  void compare() throws Exception {
    out.printf("%-52s %9s %9s %9s%n", "ms a MB", "parser", "YAML", "SHA-256");
    parser("fleet", bytes -> FleetParser.parse("f", bytes), bad(size, new BadFleets(size).all()));
    parser("kube-green", of(Scheduler.KUBE_GREEN), bad(size, manifests().ofKubeGreen()));
    parser(
        "kube-downscaler", of(Scheduler.KUBE_DOWNSCALER), bad(0, manifests().ofKubeDownscaler()));
    parser("policy", bytes -> SchedulePolicyParser.parse("p", bytes), bad(policy, policies()));
  }

  private List<BadDocument> policies() {
    return new BadPolicies(policy).all();
  }

  private BadManifests manifests() {
    return new BadManifests(size);
  }

  /// `own`, and those that are bad for any parser; what two parsers read alike is measured once.
  private static List<BadDocument> bad(int size, List<BadDocument> own) {
    List<BadDocument> any = size == 0 ? List.of() : new BadYaml(size).all();
    return Stream.concat(any.stream(), own.stream()).toList();
  }

  private static Function<byte[], Parsed<?>> of(Scheduler scheduler) {
    return bytes -> scheduler.policies(List.of(new Input("m", bytes)), SETTINGS);
  }

  private void parser(String name, Function<byte[], Parsed<?>> parser, List<BadDocument> documents)
      throws Exception {
    for (BadDocument document : documents) {
      byte[] bytes = document.bytes();
      Comparison compared =
          rounds.of(
              List.of(
                  subject("SHA-256", bytes, BadInput::hashed),
                  subject("parser", bytes, parser::apply),
                  subject("YAML", bytes, BadInput::events)));
      out.printf(
          Locale.ROOT,
          "%-52s %9.1f %9.1f %9.1f%n",
          name + ": " + document.name(),
          millis(compared.all().get(1)),
          millis(compared.all().get(2)),
          millis(compared.all().get(0)));
      out.flush();
    }
  }

  private static double millis(Measured measured) {
    return measured.spread().median() * 1e9;
  }

  private static Subject subject(String name, byte[] bytes, Function<byte[], Object> work) {
    return new Subject(name, "byte", () -> () -> work.apply(bytes) == null ? 0 : bytes.length);
  }

  private static Object hashed(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /// The library's events, or why there are no more of them; those of brackets without end, over
  /// which it would take hours, as deep as our parsers go.
  private static Object events(byte[] bytes) {
    int depth = 0;
    try {
      for (Event event : new Parse(YAML).parseString(new String(bytes, StandardCharsets.UTF_8))) {
        depth += event instanceof CollectionStartEvent ? 1 : 0;
        depth -= event instanceof CollectionEndEvent ? 1 : 0;
        if (depth > DEEPEST) {
          return depth;
        }
      }
      return depth;
    } catch (YamlEngineException | IndexOutOfBoundsException e) { // the latter of an emoji
      return e;
    }
  }
}
