package dev.feierabend.app.wiring;

import dev.feierabend.core.kernel.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;

/// The settings of a service that need not run.
public final class SettingsFile {
  private SettingsFile() {}

  /// @throws Outage where they can't be read or something in them can't be understood
  public static ServiceProperties read(Path file) {
    if (!Files.isReadable(file)) {
      throw new Outage("Expected the service's settings but %s cannot be read".formatted(file));
    }
    try {
      var sources =
          new YamlPropertySourceLoader().load(file.toString(), new FileSystemResource(file));
      return new Binder(
              ConfigurationPropertySources.from(sources),
              new PropertySourcesPlaceholdersResolver(sources))
          .bind("feierabend", ServiceProperties.class)
          .orElseThrow(() -> new Outage("Expected settings below feierabend in " + file));
    } catch (IOException e) {
      throw new Outage("Expected the service's settings but %s cannot be read".formatted(file), e);
    } catch (BindException | IllegalStateException e) {
      throw new Outage("%s: %s".formatted(file, e.getMessage()), e);
    }
  }
}
