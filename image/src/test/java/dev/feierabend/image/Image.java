package dev.feierabend.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The image in its tarball, unpacked: its files below `root`, and what it says of itself.
record Image(Path root, JsonNode manifest, JsonNode description) {
  static final Path TARBALL = Path.of("target", "feierabend-image.tar").toAbsolutePath();

  static Image unpackedIn(Path folder) throws IOException {
    Path layers = Files.createDirectory(folder.resolve("layers"));
    Path root = Files.createDirectory(folder.resolve("root"));
    Tools.run(folder, "tar", "-xf", TARBALL.toString(), "-C", layers.toString());
    var json = new ObjectMapper();
    JsonNode manifest = json.readTree(layers.resolve("manifest.json").toFile()).get(0);
    for (JsonNode layer : manifest.get("Layers")) {
      String archive = layers.resolve(layer.asText()).toString();
      Tools.run(folder, "tar", "-xpzf", archive, "-C", root.toString());
    }
    String description = manifest.get("Config").asText();
    return new Image(root, manifest, json.readTree(layers.resolve(description).toFile()));
  }

  JsonNode config() {
    return description.get("config");
  }

  List<String> texts(String key) {
    return config().get(key).valueStream().map(JsonNode::asText).toList();
  }

  List<String> names(String key) {
    return config().get(key).propertyStream().map(Map.Entry::getKey).toList();
  }

  List<String> user() {
    return List.of(config().get("User").asText().split(":"));
  }

  List<Path> files(String below) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve(below))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
