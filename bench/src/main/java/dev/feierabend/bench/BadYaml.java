package dev.feierabend.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// YAML that no reader of ours should dwell on, whatever it reads.
record BadYaml(int size) {

  List<BadDocument> all() {
    return Stream.of(keys(), references(), depth(), scalars(), layout())
        .flatMap(List::stream)
        .toList();
  }

  private List<BadDocument> keys() {
    return List.of(
        BadDocument.of("unknown keys", "", size, i -> "k" + i + ": x\n"),
        BadDocument.of("one key again and again", "", size, "k: x\n"),
        BadDocument.of("keys that are lists", "", size, "[a]: x\n"),
        BadDocument.of("keys that are long", "", size, i -> "k".repeat(900) + i + ": x\n"),
        BadDocument.of("keys behind question marks", "", size, i -> "? k" + i + "\n: x\n"),
        BadDocument.of("merges", "a: &a {x: y}\n", size, "<<: *a\n"));
  }

  private List<BadDocument> references() {
    return List.of(
        BadDocument.of("anchors", "", size, i -> "- &a" + i + " x\n"),
        BadDocument.of("aliases of a word", "- &a x\n", size, "- *a\n"),
        BadDocument.of("aliases of a list", "- &a [x]\n", size, "- *a\n"),
        BadDocument.of(
            "aliases that multiply",
            "a0: &a0 [x, x]\n",
            size,
            i -> "a%d: &a%d [*a%d, *a%d]\n".formatted(i + 1, i + 1, i, i)),
        BadDocument.of("tags", "", size, i -> "- !t" + i + " x\n"),
        BadDocument.of("directives", "", size, i -> "%TAG !t" + i + "! tag:x,2026:\n"));
  }

  private List<BadDocument> depth() {
    return List.of(
        BadDocument.line("lists in lists", size, "", "[", "\n"),
        BadDocument.line("mappings in mappings", size, "", "{a: ", "\n"),
        BadDocument.line("lists in lists, in dashes", size, "", "- ", "\n"),
        BadDocument.of(
            "mappings in mappings, in lines", "", size, i -> " ".repeat(i % 999) + "a:\n"),
        BadDocument.line("a long list in one line", size, "- [", "a,", "a]\n"),
        BadDocument.line("a long mapping in one line", size, "- {", "a: b, ", "a: b}\n"),
        BadDocument.of("lists", "", size, "- []\n"));
  }

  private List<BadDocument> scalars() {
    return List.of(
        BadDocument.line("long words", size, "- ", "x", "\n"),
        BadDocument.line("long words in quotes", size, "- '", "x", "'\n"),
        BadDocument.line("escapes", size, "- \"", "\\x41", "\"\n"),
        BadDocument.line("bad escapes", size, "- \"", "\\q", "\"\n"),
        BadDocument.line("spaces in a word", size, "- x", " ", "x\n"),
        BadDocument.line("beyond the basic plane", size, "- ", "😀", "\n"),
        BadDocument.of("a long literal", "- |\n", size, "  xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n"),
        BadDocument.of("a literal of nothing", "- |\n", size, "\n"),
        BadDocument.of("a folded text", "- >\n", size, "  x\n"),
        BadDocument.of("a word over many lines", "- x\n", size, "  x\n"),
        BadDocument.of("quotes over many lines", "- \"\n", size, "  x\n"),
        BadDocument.of("an open quote", "- '", size, "x\n"));
  }

  private List<BadDocument> layout() {
    return List.of(
        BadDocument.of("tabs", "", size, "\tk: x\n"),
        BadDocument.of("comments", "", size, "# x\n"),
        BadDocument.line("long comments", size, "#", "x", "\n"),
        BadDocument.of("empty lines", "", size, "\n"),
        BadDocument.of("empty lines of Windows", "", size, "\r\n"),
        BadDocument.of("byte order marks", "", size, "\uFEFF"),
        BadDocument.of("documents", "", size, "--- x\n"),
        BadDocument.of("ends of documents", "", size, "...\n"),
        BadDocument.of("zeros", "", size, "\0"),
        BadDocument.of("keys", "", size / 2, "k: x\n").in(StandardCharsets.UTF_16),
        BadDocument.of("umlauts", "", size, "k: ü\n").in(StandardCharsets.ISO_8859_1));
  }
}
