package dev.feierabend.core.agreeing;

import dev.feierabend.policies.terms.ActorId;
import java.time.Instant;
import java.util.Optional;

/// Who agreed to a document and when; `inPlaceOf` where it was a deputy.
public record Consent(ActorId by, Optional<ActorId> inPlaceOf, Instant at) {}
