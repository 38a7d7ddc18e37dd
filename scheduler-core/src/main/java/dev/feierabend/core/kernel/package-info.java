/// What all slices share: whose an event is, what a decision is, what a refusal is.
@NullMarked
package dev.feierabend.core.kernel;

import org.jspecify.annotations.NullMarked;
