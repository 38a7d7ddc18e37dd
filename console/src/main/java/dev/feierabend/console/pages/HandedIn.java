package dev.feierabend.console.pages;

import dev.feierabend.console.api.Chronicle.Reader;
import org.springframework.validation.BindingResult;

/// A form on its way in.
///
/// @param form which one of the page's; it is shown again under this name if it isn't done
/// @param read what the framework found wrong with its fields
record HandedIn(String form, BindingResult read, Reader reader) {}
