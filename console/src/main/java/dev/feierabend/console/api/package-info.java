/// The REST interface: what is agreed, planned, recorded, and how to ask for changes.
@NullMarked
package dev.feierabend.console.api;

import org.jspecify.annotations.NullMarked;
