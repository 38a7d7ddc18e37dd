package dev.feierabend.core.journal;

import com.mongodb.MongoException;
import dev.feierabend.core.kernel.Outage;
import java.util.function.Supplier;

/// Asks MongoDB; that it refuses or cannot be reached is an outage.
final class MongoReach {
  private MongoReach() {}

  static <T> T reached(Supplier<T> asking) {
    try {
      return asking.get();
    } catch (MongoException e) {
      throw outage(e);
    }
  }

  static Outage outage(MongoException e) {
    return new Outage(
        "The journal's MongoDB refuses or cannot be reached: %s".formatted(e.getMessage()), e);
  }
}
