/// What sleeps how, as data: one document a kind, and what a document makes of an object. Pure.
@NullMarked
package dev.feierabend.kubernetes.recipes;

import org.jspecify.annotations.NullMarked;
