/// The house's own rules, held over the whole checkout: who knows whom, what is pure, how files
/// look, and what the scripts at the root say.
@NullMarked
package dev.feierabend.app.house;

import org.jspecify.annotations.NullMarked;
