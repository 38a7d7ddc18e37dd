package dev.feierabend.policies.fleet;

import dev.feierabend.policies.language.Document;
import dev.feierabend.policies.language.Manifest;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.Words;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.ListShape;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Read;
import java.util.List;
import java.util.Optional;

/// Reads a fleet from the bytes that its operator wrote.
public final class FleetParser {
  /// A hundred thousand machines fit.
  private static final int MOST_BYTES = 16 * 1024 * 1024;

  private record Spec(
      List<Tenant> tenants,
      List<Pool> pools,
      List<Cluster> clusters,
      List<Controller> controllers,
      List<Rack> racks,
      List<Host> hosts) {}

  private FleetParser() {}

  /// `file` names the document in its faults; nothing is read from it.
  public static Parsed<Fleet> parse(String file, byte[] bytes) {
    Document document = Document.of(bytes);
    return new Manifest<>("Fleet", MOST_BYTES, fields -> fleet(fields, document))
        .parse(file, bytes);
  }

  private static Optional<Fleet> fleet(Fields fields, Document document) {
    Read<String> name = fields.required("metadata", metadata());
    Read<Spec> spec =
        fields.required("spec", new MapShape<>("tenants, pools and hosts", FleetParser::spec));
    return fields.build(() -> {
      Spec s = spec.value();
      return new Fleet(
          name.value(), s.tenants, s.pools, s.clusters, s.controllers, s.racks, s.hosts, document);
    });
  }

  private static MapShape<String> metadata() {
    return new MapShape<>(
        "a name, for example {name: three-towns}",
        fields -> {
          Read<String> name = fields.required("name", Words.NAME);
          return fields.build(name::value);
        });
  }

  /// Declarations first, so that references find them wherever they stand.
  private static Optional<Spec> spec(Fields fields) {
    FleetRegisters ids = FleetRegisters.empty();
    Read<List<Read<Tenant>>> tenants = list(fields, "tenants", OwnerShapes.tenant(ids));
    Read<List<Read<Cluster>>> clusters = list(fields, "clusters", ControlShapes.cluster(ids));
    Read<List<Read<Controller>>> controllers =
        list(fields, "controllers", ControlShapes.controller(ids));
    Read<List<Read<Pool>>> pools = list(fields, "pools", OwnerShapes.pool(ids));
    Read<List<Read<Rack>>> racks = list(fields, "racks", ControlShapes.rack(ids));
    Read<List<Read<Host>>> hosts = list(fields, "hosts", HostShape.host(ids));
    return fields.build(() ->
        new Spec(
            ListShape.values(tenants),
            ListShape.values(pools),
            ListShape.values(clusters),
            ListShape.values(controllers),
            ListShape.values(racks),
            ListShape.values(hosts)));
  }

  private static <T> Read<List<Read<T>>> list(Fields fields, String key, MapShape<T> entry) {
    return fields.optional(key, new ListShape<>(entry), List.of());
  }
}
