package dev.feierabend.core.journal;

import static dev.feierabend.core.journal.CommitDocuments.ID;
import static dev.feierabend.core.journal.CommitDocuments.OWNER;
import static dev.feierabend.core.journal.CommitDocuments.PLACES;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.ValidationOptions;
import dev.feierabend.core.journal.MongoSchema.Lack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/// The collection of the commits, its indexes and its validator: made, and looked at.
record MongoLayout(MongoDatabase database) {
  private static final int THERE_ALREADY = 48;
  private static final Document BY_PLACES = new Document(PLACES, 1);
  private static final Document BY_OWNER = new Document(OWNER, 1).append(ID, 1);

  void make() {
    if (collection().isEmpty()) {
      create();
    }
    var commits = database.getCollection(CommitDocuments.NAME);
    commits.createIndex(BY_PLACES, new IndexOptions().unique(true));
    commits.createIndex(BY_OWNER);
  }

  private void create() {
    var valid = new ValidationOptions().validator(MongoValidator.OF_COMMITS);
    try {
      database.createCollection(
          CommitDocuments.NAME, new CreateCollectionOptions().validationOptions(valid));
    } catch (MongoCommandException e) {
      // Another replica was faster.
      if (e.getErrorCode() != THERE_ALREADY) {
        throw e;
      }
    }
  }

  List<Lack> lacks() {
    var lacks = new ArrayList<Lack>();
    var indexes =
        database.getCollection(CommitDocuments.NAME).listIndexes().into(new ArrayList<>());
    if (indexes.stream().noneMatch(index -> isOn(index, BY_PLACES) && isUnique(index))) {
      lacks.add(Lack.PLACES_INDEX);
    }
    if (indexes.stream().noneMatch(index -> isOn(index, BY_OWNER))) {
      lacks.add(Lack.OWNER_INDEX);
    }
    if (collection().filter(MongoLayout::isValidated).isEmpty()) {
      lacks.add(Lack.VALIDATOR);
    }
    return lacks;
  }

  boolean allowsChanges() {
    var commits = database.getCollection(CommitDocuments.NAME);
    var none = Filters.eq(ID, 0L);
    return isAllowed(() -> commits.updateOne(none, Updates.set(CommitDocuments.BODY, "")))
        || isAllowed(() -> commits.deleteOne(none));
  }

  private static boolean isAllowed(Runnable change) {
    try {
      change.run();
      return true;
    } catch (MongoException e) {
      if (e.getCode() == MongoSchema.UNAUTHORIZED) {
        return false;
      }
      throw e;
    }
  }

  private static boolean isOn(Document index, Document keys) {
    return List.copyOf(index.get("key", Document.class).keySet())
        .equals(List.copyOf(keys.keySet()));
  }

  private static boolean isUnique(Document index) {
    return index.getBoolean("unique", false);
  }

  private static boolean isValidated(Document collection) {
    var options = collection.get("options", new Document());
    return MongoValidator.OF_COMMITS.equals(options.get("validator"))
        && options.get("validationLevel", "strict").equals("strict")
        && options.get("validationAction", "error").equals("error");
  }

  private Optional<Document> collection() {
    return Optional.ofNullable(
        database.listCollections().filter(Filters.eq("name", CommitDocuments.NAME)).first());
  }
}
