package dev.feierabend.policies.imports;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/// What manifests don't say: whose capacity it is, the zone where they name none, and in which
/// language the policies' comments are.
public record Settings(Owners owners, Optional<ZoneId> zone, Locale locale) {}
