/// The schedule policy as customers write it: YAML in, records or every fault at once out.
@NullMarked
package dev.feierabend.policies.language;

import org.jspecify.annotations.NullMarked;
