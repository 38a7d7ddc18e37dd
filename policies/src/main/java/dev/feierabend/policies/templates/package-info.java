/// Ready-made policies to begin with, as text that a tenant then changes.
@NullMarked
package dev.feierabend.policies.templates;

import org.jspecify.annotations.NullMarked;
