/// What the coming hours will need, from what was recorded.
@NullMarked
package dev.feierabend.core.forecasting;

import org.jspecify.annotations.NullMarked;
