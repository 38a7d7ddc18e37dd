package dev.feierabend.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import dev.feierabend.core.journal.MongoSchema.Lack;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/// What a server does that the double doesn't.
abstract class RealMongoContract extends MongoContract {
  @Test
  void theLayoutIsMadeAtStartAndWhatIsMissingOfItIsSeenAndMadeAgain() {
    try (var _ = open()) {
      var schema = MongoSchema.in(database);
      assertThat(schema.lacks()).isEmpty();
      database.getCollection("commits").dropIndexes();
      assertThat(schema.lacks()).containsExactly(Lack.PLACES_INDEX, Lack.OWNER_INDEX);
      schema.begin();
      assertThat(schema.lacks()).isEmpty();
      database.runCommand(new Document("collMod", "commits").append("validator", new Document()));
      assertThat(schema.lacks()).containsExactly(Lack.VALIDATOR);
    }
  }

  @Test
  void anEmptyDatabaseLacksEverythingAndIsNotChangedByLooking() {
    assertThat(MongoSchema.in(database).lacks()).containsExactly(Lack.values());
    assertThat(database.listCollectionNames()).isEmpty();
  }

  @Test
  void theServerItselfRefusesADocumentOfAnotherShape() {
    open().close();
    var commits = database.getCollection("commits");
    assertThatThrownBy(() -> commits.insertOne(new Document("_id", 1L).append("body", "[]")))
        .isInstanceOf(MongoWriteException.class)
        .hasMessageContaining("validation");
  }
}
