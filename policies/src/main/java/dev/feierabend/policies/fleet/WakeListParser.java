package dev.feierabend.policies.fleet;

import dev.feierabend.policies.fleet.WakeList.Means;
import dev.feierabend.policies.fleet.WakeList.Sleeper;
import dev.feierabend.policies.language.Fault;
import dev.feierabend.policies.language.Manifest;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.Words;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.ListShape;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Read;
import dev.feierabend.policies.yaml.Scalar;
import dev.feierabend.policies.yaml.Scalars;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Reads a wake list. One that isn't whole is refused for that alone: what is missing from it
/// nobody could tell.
public final class WakeListParser {
  private static final int MOST_BYTES = 16 * 1024 * 1024;

  private static final Scalar<Instant> INSTANT =
      Scalars.of("a moment, for example 2026-11-29T05:30:00Z", Instant::parse);

  private static final Scalar<String> PATH =
      Scalars.text(
          "a file's or a folder's path, for example /etc/feierabend/credentials",
          Pattern.compile("[^\\p{Cntrl}]{1,999}"));

  private static final Scalar<String> CERTIFICATE =
      Scalars.of("a certificate, DER in Base64", WakeListParser::base64);

  private static final int LONGEST_CERTIFICATE = 65_536;

  private record Head(String name, Instant written) {}

  private record Spec(Means means, List<Controller> controllers, List<Sleeper> hosts) {}

  private record Ipmi(String tool, OptionalInt cipher, int atOnce) {}

  private WakeListParser() {}

  /// `file` names the list in its faults; nothing is read from it.
  public static Parsed<WakeList> parse(String file, byte[] bytes) {
    Optional<Fault> broken = WakeListSeal.broken(file, bytes);
    return broken.isPresent()
        ? new Parsed.Invalid<>(List.of(broken.get()))
        : new Manifest<>("WakeList", MOST_BYTES, WakeListParser::list).parse(file, bytes);
  }

  private static Optional<WakeList> list(Fields fields) {
    fields.has(WakeListSeal.KEY);
    Read<Head> head =
        fields.required("metadata", new MapShape<>("name and written", WakeListParser::head));
    Read<Spec> spec =
        fields.required("spec", new MapShape<>("controllers and hosts", WakeListParser::spec));
    return fields.build(() ->
        new WakeList(
            head.value().name(),
            head.value().written(),
            spec.value().means(),
            spec.value().controllers(),
            spec.value().hosts()));
  }

  private static Optional<Head> head(Fields fields) {
    Read<String> name = fields.required("name", Words.NAME);
    Read<Instant> written = fields.required("written", INSTANT);
    return fields.build(() -> new Head(name.value(), written.value()));
  }

  private static Optional<Spec> spec(Fields fields) {
    FleetRegisters ids = FleetRegisters.empty();
    Read<Optional<String>> credentials = fields.optional("credentials", PATH);
    Read<List<Read<String>>> authorities =
        fields.optional("authorities", new ListShape<>(CERTIFICATE), List.of());
    Read<Ipmi> ipmi =
        fields.required("ipmi", new MapShape<>("tool and atOnce", WakeListParser::ipmi));
    Read<List<Read<Controller>>> controllers =
        fields.required("controllers", new ListShape<>(ControlShapes.controller(ids)));
    Read<List<Read<Sleeper>>> hosts = fields.required("hosts", new ListShape<>(host(ids)));
    return fields.build(() ->
        new Spec(
            new Means(
                credentials.value(),
                ListShape.values(authorities),
                ipmi.value().tool(),
                ipmi.value().cipher(),
                ipmi.value().atOnce()),
            ListShape.values(controllers),
            ListShape.values(hosts)));
  }

  private static Optional<Ipmi> ipmi(Fields fields) {
    Read<String> tool = fields.required("tool", PATH);
    Read<Optional<Integer>> cipher =
        fields.optional("cipher", Scalars.whole("a cipher suite, for example 17", 0, 255));
    Read<Integer> atOnce =
        fields.required("atOnce", Scalars.whole("a number of at least 1", 1, 10_000));
    return fields.build(() ->
        new Ipmi(
            tool.value(),
            cipher.value().map(OptionalInt::of).orElseGet(OptionalInt::empty),
            atOnce.value()));
  }

  private static MapShape<Sleeper> host(FleetRegisters ids) {
    return new MapShape<>(
        "a host with name, uuid, controller and system", fields -> host(fields, ids));
  }

  private static Optional<Sleeper> host(Fields fields, FleetRegisters ids) {
    Read<String> name = fields.required("name", ids.hostNames().declaration());
    Read<MachineId> id = fields.required("uuid", ids.machines().declaration());
    if (!fields.has("controller")) {
      fields.complain(fields.at(), "\"controller\": one of the list's", "no \"controller\"");
    }
    ControlReading control = ControlReading.of(fields, ids);
    Read<Optional<Instant>> readyBy = fields.optional("readyBy", INSTANT);
    Read<Duration> boot = fields.required("boot", FleetWords.BOOT);
    return fields.build(() ->
        new Sleeper(
            id.value(),
            name.value(),
            control.value(id.value()).orElseThrow(),
            readyBy.value(),
            boot.value()));
  }

  private static String base64(String text) {
    if (text.length() > LONGEST_CERTIFICATE || !text.matches("[A-Za-z0-9+/]+={0,2}")) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }
}
