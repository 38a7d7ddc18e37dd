/// The chart under test.
@NullMarked
package dev.feierabend.helm;

import org.jspecify.annotations.NullMarked;
