package dev.feierabend.app.wiring;

import dev.feierabend.app.notifying.Notifying.Line;
import dev.feierabend.app.notifying.Words;
import dev.feierabend.app.silencing.Setting;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.policies.fleet.Fleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindResult;
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
    return bound(file, "feierabend", ServiceProperties.class)
        .orElseThrow(() -> new Outage("Expected settings below feierabend in " + file));
  }

  /// The Alertmanager that planned sleep is silenced in; empty where none is named.
  ///
  /// @throws Outage as above
  public static Optional<Setting> alertmanager(Path file) {
    return bound(file, "feierabend.alertmanager", AlertmanagerSettings.class)
        .filter(named -> named.url() != null)
        .map(AlertmanagerSettings::setting);
  }

  /// Who is told of what outside.
  ///
  /// @throws Outage as above
  public static List<Line> recipients(Path file, Fleet fleet) {
    var words = new Words(fleet.name(), ZoneOffset.UTC, UnaryOperator.identity());
    return bound(file, "feierabend.notify", NotifySettings.class)
        .map(named -> named.lines(fleet, words))
        .orElse(List.of());
  }

  private static <T> Optional<T> bound(Path file, String below, Class<T> type) {
    if (!Files.isReadable(file)) {
      throw new Outage("Expected the service's settings but %s cannot be read".formatted(file));
    }
    try {
      var sources =
          new YamlPropertySourceLoader().load(file.toString(), new FileSystemResource(file));
      var binder =
          new Binder(
              ConfigurationPropertySources.from(sources),
              new PropertySourcesPlaceholdersResolver(sources));
      BindResult<T> bound = binder.bind(below, type);
      return bound.isBound() ? Optional.of(bound.get()) : Optional.empty();
    } catch (IOException e) {
      throw new Outage("Expected the service's settings but %s cannot be read".formatted(file), e);
    } catch (BindException | IllegalStateException e) {
      throw new Outage("%s: %s".formatted(file, e.getMessage()), e);
    }
  }
}
