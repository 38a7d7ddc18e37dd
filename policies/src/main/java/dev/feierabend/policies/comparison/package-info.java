/// What one policy changes about another: the hours that change hands.
@NullMarked
package dev.feierabend.policies.comparison;

import org.jspecify.annotations.NullMarked;
