package dev.feierabend.core.journal;

import java.util.List;
import org.bson.Document;

/// What the server itself refuses among the commits, whoever sends it: a document of another shape.
final class MongoValidator {
  private static final Document TEXT = new Document("bsonType", "string");
  private static final Document HEX = new Document(TEXT).append("pattern", "^[0-9a-f]{64}$");
  private static final Document TEXTS =
      new Document("bsonType", "array").append("minItems", 1).append("items", TEXT);

  static final Document OF_COMMITS =
      new Document(
          "$jsonSchema",
          new Document("bsonType", "object")
              .append(
                  "required",
                  List.of(
                      CommitDocuments.ID,
                      CommitDocuments.SEALED,
                      CommitDocuments.HASH,
                      CommitDocuments.BODY,
                      CommitDocuments.OWNER,
                      CommitDocuments.PLACES))
              .append(
                  "properties",
                  new Document(CommitDocuments.ID, number())
                      .append(CommitDocuments.SEALED, TEXT)
                      .append(CommitDocuments.HASH, HEX)
                      .append(CommitDocuments.BODY, TEXT)
                      .append(CommitDocuments.OWNER, TEXT)
                      .append(CommitDocuments.PLACES, TEXTS))
              .append("additionalProperties", false));

  private MongoValidator() {}

  private static Document number() {
    return new Document("bsonType", "long").append("minimum", 1);
  }
}
