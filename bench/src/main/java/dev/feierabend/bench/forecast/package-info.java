/// Forecasts, held against recorded load.
@NullMarked
package dev.feierabend.bench.forecast;

import org.jspecify.annotations.NullMarked;
