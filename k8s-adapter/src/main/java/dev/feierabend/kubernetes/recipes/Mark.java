package dev.feierabend.kubernetes.recipes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.core.planning.FleetPort.Restore;
import dev.feierabend.core.planning.Original;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// What brings an object back as it stands on the object itself, so that it can be restored without
/// the journal, in an annotation: `{"uid": …, "replicas": 3, "kept": 0, "fields":
/// {"/spec/replicas": 3}}`, a field that was not there as null.
public final class Mark {
  public static final String NAME = "feierabend.dev/restore";

  /// Under these names the first release kept how many replicas there were, and how many stayed.
  public static final String EARLIER = "feierabend.dev/restore-replicas";

  public static final String EARLIER_KEPT = "feierabend.dev/kept-replicas";

  private static final String UID = "uid";
  private static final String REPLICAS = "replicas";
  private static final String KEPT = "kept";
  private static final String FIELDS = "fields";

  private Mark() {}

  public static String of(Restore restore) {
    ObjectNode mark = JsonNodeFactory.instance.objectNode();
    Original original = restore.original();
    original.uid().ifPresent(uid -> mark.put(UID, uid));
    mark.put(REPLICAS, original.replicas()).put(KEPT, restore.kept());
    ObjectNode fields = mark.putObject(FIELDS);
    for (Original.Field field : original.fields()) {
      fields.set(
          field.pointer(),
          field.json().flatMap(Json::parsed).orElseGet(JsonNodeFactory.instance::nullNode));
    }
    return mark.toString();
  }

  /// Empty where the object carries none, or one that is another object's or makes no sense.
  public static Optional<Restore> on(Managed object) {
    return ShortMark.on(object)
        .or(() -> annotation(object))
        .filter(it -> it.original().uid().isPresent())
        .filter(it -> it.original().mayBe(object.original(0)))
        .or(() -> earlier(object));
  }

  private static Optional<Restore> annotation(Managed object) {
    return Optional.ofNullable(object.annotations().get(NAME))
        .flatMap(Json::parsed)
        .flatMap(Mark::restore);
  }

  private static Optional<Restore> restore(JsonNode mark) {
    int kept = mark.path(KEPT).asInt(-1);
    return Json.count(mark.path(REPLICAS))
        .filter(replicas -> kept >= 0 && replicas > kept)
        .map(replicas ->
            new Restore(
                new Original(
                    replicas,
                    Optional.of(mark.path(UID)).filter(JsonNode::isTextual).map(JsonNode::asText),
                    fields(mark.path(FIELDS))),
                kept));
  }

  private static List<Original.Field> fields(JsonNode fields) {
    Iterable<String> names = fields::fieldNames;
    return StreamSupport.stream(names.spliterator(), false)
        .filter(name -> name.startsWith("/"))
        .map(name ->
            new Original.Field(
                name,
                Optional.of(fields.path(name)).filter(it -> !it.isNull()).map(JsonNode::toString)))
        .toList();
  }

  private static Optional<Restore> earlier(Managed object) {
    int kept = number(object, EARLIER_KEPT).orElse(0);
    return number(object, EARLIER).filter(all -> all > kept).map(all -> new Restore(all, kept));
  }

  private static Optional<Integer> number(Managed object, String annotation) {
    return Optional.ofNullable(object.annotations().get(annotation))
        .filter(text -> text.matches("[0-9]{1,7}"))
        .map(Integer::valueOf);
  }
}
