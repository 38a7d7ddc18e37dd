/// What the product costs, told as ratios: whatever is measured runs in turn with its reference.
@NullMarked
package dev.feierabend.bench;

import org.jspecify.annotations.NullMarked;
