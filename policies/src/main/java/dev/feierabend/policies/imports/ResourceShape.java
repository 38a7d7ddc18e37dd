package dev.feierabend.policies.imports;

import dev.feierabend.policies.language.Words;
import dev.feierabend.policies.yaml.Complaints;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.ListShape;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Read;
import dev.feierabend.policies.yaml.Scalar;
import dev.feierabend.policies.yaml.Scalars;
import dev.feierabend.policies.yaml.Shape;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/// A manifest or a list of manifests. Keys that say nothing about sleep are passed over, for a
/// cluster's manifests are full of them.
record ResourceShape(String file, Scheduler scheduler) implements Shape<List<Resource>> {
  private static final Scalar<String> KIND =
      Scalars.text("a kind, for example Deployment", Pattern.compile("[A-Z][A-Za-z0-9]{0,62}"));

  private static final Scalar<String> ANY =
      Scalars.text("a name of up to 253 characters", Pattern.compile("[^\\p{Cntrl}]{1,253}"));

  private static final Scalar<String> NAME =
      Scalars.text(
          "a name of up to 253 lower-case letters, digits and .-, for example \"web\"",
          Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?"));

  private record Metadata(
      Optional<String> namespace, String name, SortedMap<String, String> labels, Wishes wishes) {}

  @Override
  public String expected() {
    return "a manifest with apiVersion, kind and metadata";
  }

  @Override
  public Optional<List<Resource>> read(Node node, Complaints complaints) {
    return new MapShape<>(expected(), this::resources).read(node, complaints);
  }

  private Optional<List<Resource>> resources(Fields fields) {
    Optional<String> kind = fields.required("kind", KIND).found();
    if (kind.filter(name -> name.endsWith("List")).isPresent()) {
      Read<List<Read<List<Resource>>>> items = fields.required("items", new ListShape<>(this));
      return sound(fields, () -> ListShape.values(items).stream().flatMap(List::stream).toList());
    }
    return kind.flatMap(name -> resource(name, fields)).map(List::of);
  }

  private Optional<Resource> resource(String kind, Fields fields) {
    boolean known = known(kind, fields);
    Read<Metadata> metadata = fields.required("metadata", metadata(known));
    Optional<SleepInfo> sleepInfo =
        known && kind.equals("SleepInfo")
            ? fields.required("spec", SleepInfoShape.SLEEP_INFO).found()
            : Optional.empty();
    return sound(
        fields,
        () ->
            new Resource(
                file,
                fields.at(),
                new Resource.Naming(kind, metadata.value().namespace(), metadata.value().name()),
                metadata.value().labels(),
                known,
                metadata.value().wishes(),
                sleepInfo));
  }

  private boolean known(String kind, Fields fields) {
    Optional<String> version = fields.required("apiVersion", ANY).found();
    return scheduler.reads(kind)
        && (!kind.equals("SleepInfo")
            || version.filter(v -> v.startsWith("kube-green.com/")).isPresent());
  }

  private MapShape<Metadata> metadata(boolean known) {
    return new MapShape<>(
        "metadata, for example {name: web, namespace: shop}",
        fields -> {
          Read<String> name =
              known ? fields.required("name", NAME) : fields.optional("name", ANY, "?");
          Read<Optional<String>> namespace = fields.optional("namespace", known ? NAME : ANY);
          Read<SortedMap<String, String>> labels =
              known
                  ? fields.optional("labels", Words.LABELS, new TreeMap<>())
                  : new Read<>(fields.at(), Optional.of(new TreeMap<>()));
          Read<Wishes> wishes =
              known && scheduler == Scheduler.KUBE_DOWNSCALER
                  ? fields.optional("annotations", WishesShape.WISHES, Wishes.NONE)
                  : new Read<>(fields.at(), Optional.of(Wishes.NONE));
          return sound(
              fields,
              () -> new Metadata(namespace.value(), name.value(), labels.value(), wishes.value()));
        });
  }

  static <T> Optional<T> sound(Fields fields, Supplier<T> whole) {
    return fields.sound() ? Optional.of(whole.get()) : Optional.empty();
  }
}
