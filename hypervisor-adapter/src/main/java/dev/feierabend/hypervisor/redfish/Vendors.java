package dev.feierabend.hypervisor.redfish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How vendors differ; what is shipped stands in `vendors.json`.
record Vendors(Vendor usual, List<Entry> entries) {
  /// @param beginning of what a system calls its manufacturer, in lower case
  record Entry(String beginning, Vendor vendor) {}

  static final Vendors SHIPPED = shipped();

  Vendors {
    entries = List.copyOf(entries);
  }

  Vendor of(String manufacturer) {
    String name = manufacturer.toLowerCase(Locale.ROOT);
    return entries.stream()
        .filter(entry -> name.startsWith(entry.beginning()))
        .map(Entry::vendor)
        .findFirst()
        .orElse(usual);
  }

  static Vendors of(JsonNode data) {
    JsonNode usual = data.path("usual");
    var entries = new ArrayList<Entry>();
    for (JsonNode entry : data.path("vendors")) {
      Vendor vendor = Vendor.of(entry, usual);
      for (JsonNode name : entry.path("manufacturers")) {
        entries.add(new Entry(name.asText().toLowerCase(Locale.ROOT), vendor));
      }
    }
    return new Vendors(Vendor.of(usual, usual), entries);
  }

  private static Vendors shipped() {
    try (InputStream data = Vendors.class.getResourceAsStream("vendors.json")) {
      return of(new ObjectMapper().readTree(data));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
