/// Dated days as documents of their own: municipal holidays, and lists of days that policies name.
@NullMarked
package dev.feierabend.policies.almanac;

import org.jspecify.annotations.NullMarked;
