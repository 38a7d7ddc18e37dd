package dev.feierabend.testservers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A secret that a test plants, and looks for in whatever leaves the product: as it is, and as
/// forms, XML, JSON, hexadecimal and Base64 have it, alone or with whatever stands before it.
///
/// @param secret long enough that nobody says it by chance
public record PlantedSecret(String secret) {
  private static final int SHORTEST = 8;
  private static final int BASE64_GROUP = 3;

  public PlantedSecret {
    if (secret.length() < SHORTEST) {
      throw new IllegalArgumentException("Expected a secret of at least 8 characters");
    }
  }

  /// The form in which a text tells it; empty where it tells it in none.
  public Optional<String> toldBy(String text) {
    return forms().stream().filter(text::contains).findFirst();
  }

  List<String> forms() {
    byte[] bytes = secret.getBytes(UTF_8);
    var forms = new ArrayList<>(List.of(secret, URLEncoder.encode(secret, UTF_8)));
    String xml = secret.replace("&", "&amp;").replace("<", "&lt;");
    forms.addAll(List.of(xml, xml.replace(">", "&gt;"), quoted(xml)));
    forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
    forms.add(HexFormat.of().formatHex(bytes));
    forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
    for (int before = 0; before < BASE64_GROUP; before++) {
      forms.add(inBase64(bytes, before));
    }
    return forms.stream().distinct().toList();
  }

  private static String quoted(String xml) {
    return xml.replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
  }

  /// Base64 tells three bytes by four characters, so it depends on how many stand before; what
  /// others have a part in is left out at both ends.
  private static String inBase64(byte[] secret, int before) {
    byte[] padded = new byte[before + secret.length];
    System.arraycopy(secret, 0, padded, before, secret.length);
    String whole = Base64.getEncoder().withoutPadding().encodeToString(padded);
    int own = padded.length % BASE64_GROUP == 0 ? whole.length() : whole.length() - 1;
    return whole.substring(before == 0 ? 0 : before + 1, own);
  }

  @Override
  public String toString() {
    return "***";
  }
}
