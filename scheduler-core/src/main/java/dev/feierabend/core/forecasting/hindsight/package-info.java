/// Forecasts read from the journal.
@NullMarked
package dev.feierabend.core.forecasting.hindsight;

import org.jspecify.annotations.NullMarked;
