/// Who of several replicas plans and acts.
@NullMarked
package dev.feierabend.core.leading;

import org.jspecify.annotations.NullMarked;
