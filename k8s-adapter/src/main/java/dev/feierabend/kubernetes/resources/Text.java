package dev.feierabend.kubernetes.resources;

import dev.feierabend.kubernetes.recipes.ResourceKind;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/// A document as people read and approve it. Equal specifications give equal bytes, in every
/// release: approvals bind them.
final class Text {
  private static final int WIDEST = 100;

  private Text() {}

  static String of(ResourceKind kind, Map<String, String> metadata, Map<String, Object> spec) {
    var document = new LinkedHashMap<String, Object>();
    document.put("apiVersion", kind.group() + "/" + kind.version());
    document.put("kind", kind.kind());
    document.put("metadata", metadata);
    document.put("spec", spec);
    var settings =
        DumpSettings.builder().setDefaultFlowStyle(FlowStyle.AUTO).setWidth(WIDEST).build();
    return new Dump(settings).dumpToString(document);
  }
}
