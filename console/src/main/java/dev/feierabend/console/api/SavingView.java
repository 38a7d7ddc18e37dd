package dev.feierabend.console.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// What one document of an agreement is expected to save, and what the one in force did since:
/// `forecast` as it was when it was proposed, of a draft as it is now, where enough is recorded;
/// `measured` of what is in force, once anything is recorded since; `euroAKwh` where a price is
/// known.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SavingView(
    String digest,
    String standing,
    @Nullable ForecastView forecast,
    @Nullable OutcomeView measured,
    @Nullable Double euroAKwh) {}
