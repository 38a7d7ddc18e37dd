/// Policies proposed from what was recorded: which hours a pool could sleep, what that saves, how
/// often it would have been woken early. Pure.
@NullMarked
package dev.feierabend.core.forecasting.proposals;

import org.jspecify.annotations.NullMarked;
