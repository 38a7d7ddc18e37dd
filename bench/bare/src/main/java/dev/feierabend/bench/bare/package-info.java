/// Boot and Axon with nothing of the product.
@NullMarked
package dev.feierabend.bench.bare;

import org.jspecify.annotations.NullMarked;
