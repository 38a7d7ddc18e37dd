/// Who stands in for whom: a customer's people name a deputy for a time.
@NullMarked
package dev.feierabend.core.deputising;

import org.jspecify.annotations.NullMarked;
