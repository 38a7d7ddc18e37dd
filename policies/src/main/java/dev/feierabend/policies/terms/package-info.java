/// The domain's own words: identifiers and quantities that every other room uses.
@NullMarked
package dev.feierabend.policies.terms;

import org.jspecify.annotations.NullMarked;
