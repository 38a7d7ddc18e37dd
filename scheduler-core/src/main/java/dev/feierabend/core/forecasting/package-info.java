/// What the coming hours will need, from what was recorded, and whether that is to be trusted.
@NullMarked
package dev.feierabend.core.forecasting;

import org.jspecify.annotations.NullMarked;
