#include "models/reading/document.hpp"

#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <rapidcheck/catch.h>

#include "tests/generators.hpp"

using namespace banenplan::models;
using banenplan::test::any_from;
using banenplan::test::any_text_of;

namespace {

std::vector<std::string> refusals(const std::string& text) {
  Problems problems;
  (void)read_text(text, "a.yaml", problems);
  return problems.error_lines();
}

Node tree_of(const std::string& text, const std::string& name = "a.yaml") {
  Problems problems;
  auto node = read_text(text, name, problems);
  CAPTURE(problems.error_lines());
  REQUIRE(!problems.has_errors());
  return std::move(*node);
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

// Lines as an editor shows them, in characters.
std::vector<int> line_lengths(const std::string& text) {
  std::vector<int> lengths(1, 0);
  for (const char c : text) {
    if (c == '\n')
      lengths.push_back(0);
    else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U)
      ++lengths.back();
  }
  return lengths;
}

rc::Gen<std::string> any_key() {
  return rc::gen::scale(0.2, any_text_of({"a", "b", "hours", "-", "_", "1", "x y", "\xC3\xA9"}));
}

// A key in one of the ways in which it may be written.
std::string written_key(const std::string& key, int how) {
  return how == 0 ? "k" + key : how == 1 ? "'k" + key + "'" : "\"k" + key + "\"";
}

}  // namespace

TEST_CASE("a file that is no document of ours is refused in one line") {
  struct Row {
    std::string text;
    std::string line;
  };
  const std::vector<Row> rows{
      {"", "a.yaml:1:1: found nothing; a file is a map of keys"},
      {"# only a comment\n", "a.yaml:1:1: found nothing; a file is a map of keys"},
      {"- a\n- b\n", "a.yaml:1:1: found a list; a file is a map of keys"},
      {"hours:36", "a.yaml:1:1: found \"hours:36\"; a file is a map of keys; a space follows the colon of a key"},
      {",", "a.yaml:1:1: found more after the end of the document; a file is one document"},
      {"a: 1\n---\nb: 2\n", "a.yaml:2:1: found more after the end of the document; a file is one document"},
      {"a: 1\n...\nb: 2\n", "a.yaml:3:1: found more after the end of the document; a file is one document"},
      {"a: &x 1\n", "a.yaml:1:4: a: found an anchor (&name); write the value out"},
      {"a: 1\nb: *x\n", "a.yaml:2:4: found text that is no YAML (the referenced anchor is not defined)"},
      {"a: !!binary aGFsbG8=\n", "a.yaml:1:4: a: found the tag \"tag:yaml.org,2002:binary\"; values have no tags"},
      {"fund:\n  hours: 1\n  pays: 2\n  hours: 3\n",
       "a.yaml:4:3: fund.hours: found \"hours\" again, after line 2; a key stands once"},
      {"a: [1, {b: 1, b: 2}]\n", "a.yaml:1:15: a[1].b: found \"b\" again, after line 1; a key stands once"},
      {"? [1, 2]\n: 3\n", "a.yaml:1:3: found a list as a key; a key is a text"},
      {": 3\n", "a.yaml:1:1: found nothing as a key; a key is a text"},
      {"a: [1, 2\nb: 3\n", ""},
      {"a: \"\\0\"\n", "a.yaml:1:4: a: found control characters in \"\\u0000\"; a text has none"},
      {"a: \x01\n", "a.yaml:1:4: found control characters; a file is text"},
      {"a: 1\nbb: \xff\n", "a.yaml:2:5: found the byte 0xff; a file is text in UTF-8"},
      {"\xef\xbb\xbf\xc3\xa9: \xff\n", "a.yaml:1:4: found the byte 0xff; a file is text in UTF-8"},
      {"a: \xc0\xaf\n", "a.yaml:1:4: found the byte 0xc0; a file is text in UTF-8"},
      {"a: \xed\xa0\x80\n", "a.yaml:1:4: found the byte 0xed; a file is text in UTF-8"},
      {std::string{"a: "}.append(repeated("[", 40)).append(repeated("]", 40)),
       "a.yaml:1:35: found lists and maps nested too deep; at most 32 are inside each other"},
      {std::string{"a: "}.append(10'001, 'x').append("\n"),
       "a.yaml:1:4: a: found a text of 10001 bytes; a text has at most 10000"},
      {std::string{"a: ["}.append(repeated("1,", 100'000)).append("1]\n"), ""},
      {std::string(5'000'001, '#'), "a.yaml: found too long a file; a file has at most 5000000 bytes"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text.substr(0, 60));
    const auto lines = refusals(row.text);
    CAPTURE(lines);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].find('\n') == std::string::npos);
    if (!row.line.empty()) CHECK(lines[0] == row.line);
  }
}

TEST_CASE("an alias is refused together with its anchor") {
  CHECK(refusals("a: &x 1\nb: *x\n") ==
        std::vector<std::string>{"a.yaml:1:4: a: found an anchor (&name); write the value out",
                                 "a.yaml:2:4: b: found an alias (*name); write the value out"});
}

TEST_CASE("a map has a limited number of keys and a file a limited number of values") {
  std::string keys;
  for (int i = 0; i < 10'001; ++i) keys += "k" + std::to_string(i) + ": 1\n";
  CHECK(refusals(keys).at(0).find("found too many keys; a map has at most 10000") != std::string::npos);
  CHECK(refusals("a: [" + repeated("1,", 100'000) + "1]\n").at(0).find("at most 100000 values") != std::string::npos);
}

TEST_CASE("a byte order mark and Windows line ends are taken as text editors leave them") {
  const Node node = tree_of(
      "\xef\xbb\xbf"
      "a: 1\r\nb: twee\r\n");
  CHECK(node.keys == std::vector<std::string>{"a", "b"});
  CHECK(node.items[1].text == "twee");
}

TEST_CASE("every node knows its line, its column and whether it stood in quotes") {
  const Node node = tree_of("a:\n  - 1\n  - {b: \"2\"}\n");
  const Node& inner = node.find("a")->items.at(1);
  CHECK(inner.position.line == 3);
  CHECK(inner.find("b")->position.column == 9);
  CHECK(inner.find("b")->in_quotes);
  CHECK(*inner.position.file == "a.yaml");
}

TEST_CASE("a column counts characters, as editors do") {
  const Node node = tree_of("a: {nl: \"beëindigd, één €\", en: \"ended\"}\n");
  const Node& title = *node.find("a");
  CHECK(title.key_positions[1].column == 29);
  CHECK(title.find("en")->position.column == 33);
}

TEST_CASE("hostile text is shortened and escaped in messages") {
  CHECK(printable("a\nb\x1b[31m") == "a\\nb\\u001b[31m");
  CHECK(printable("\xe2\x80\xae") == "\\u202e");
  CHECK(printable("\xff") == "\\xff");
  CHECK(printable(std::string(100, 'x')) == std::string(60, 'x') + "...");
  CHECK(printable("één") == "één");
}

TEST_CASE("a file over another merges maps, replaces the rest and keeps the place of each") {
  const Node base = tree_of("a: {x: 1, y: [1, 2]}\nb: 2\nc: {z: 1}\n", "base.yaml");
  const Node over = tree_of("a: {y: [3], w: 4}\nc: ~\nd: ~\n", "over.yaml");
  const Node node = merged(base, over);
  CHECK(node.keys == std::vector<std::string>{"a", "b", "d"});
  const Node& a = *node.find("a");
  CHECK(a.find("x")->text == "1");
  CHECK(*a.find("x")->position.file == "base.yaml");
  CHECK(a.find("y")->items.size() == 1);
  CHECK(*a.find("y")->position.file == "over.yaml");
  CHECK(a.find("w")->text == "4");
}

TEST_CASE("a file that cannot be read is refused") {
  Problems problems;
  CHECK(!read_file("/no/such/file.yaml", problems));
  CHECK(!read_file("/tmp", problems));
  CHECK(problems.error_lines() ==
        std::vector<std::string>{"/no/such/file.yaml: found no such file; a file that can be read is expected",
                                 "/tmp: found no file but something else; a file that can be read is expected"});
}

TEST_CASE("a file on disk reads as its text") {
  const auto file = std::filesystem::temp_directory_path() / "banenplan_document_test.yaml";
  std::ofstream{file} << "a: 1\n";
  Problems problems;
  const auto node = read_file(file, problems);
  std::filesystem::remove(file);
  REQUIRE(node);
  CHECK(node->find("a")->text == "1");
}

TEST_CASE("names are near by the number of slips of the pen") {
  const std::vector<std::string> names{"share", "hours", "carry_over", "first_come"};
  CHECK(nearest("shaer", names) == "share");
  CHECK(nearest("hour", names) == "hours");
  CHECK(nearest("carryover", names) == "carry_over");
  CHECK(nearest("jobcoach", names).empty());
  CHECK(nearest("x", names).empty());
}

TEST_CASE("whatever is done to a file, it is read, or each refusal is a line and stands at a place inside it") {
  int read = 0, refused = 0;
  rc::prop("read or refused inside", [&] {
    std::string text = "a: {x: 1, y: [1, 2]}\nb:\n  - {c: \"d\", e: 'f'}\n  - |\n    \xC3\xA9\xC3\xA9n\n# end\n";
    const std::vector<std::string> pieces{
        "",   "{",  "}",  "[",  "]",   ":",  ",",     "-",    "?",    "&x ",      "*x",
        "!",  "|",  ">",  "'",  "\"",  "%",  "@",     "`",    "#",    "~",        " ",
        "\n", "\r", "\t", "ab", "01.", "\\", "---\n", "\x01", "\xFF", "\xC3\xA9", "\xEF\xBB\xBF"};
    const auto any_edit =
        rc::gen::tuple(any_from(0, 999), rc::gen::element<std::size_t>(0, 1, 2), rc::gen::elementOf(pieces));
    for (const auto& [place, taken, piece] :
         *rc::gen::scale(0.1, rc::gen::container<std::vector<std::tuple<int, std::size_t, std::string>>>(any_edit)))
      text.replace(static_cast<std::size_t>(place) * text.size() / 1'000, taken, piece);
    Problems problems;
    const auto node = read_text(text, "a.yaml", problems);
    RC_ASSERT(node.has_value() || problems.has_errors());
    for (const std::string& line : problems.error_lines()) RC_ASSERT(line.find('\n') == std::string::npos);
    const std::vector<int> lengths = line_lengths(text);
    for (const Problem& problem : problems.errors()) {
      const auto& [file, line, column] = problem.position;
      RC_ASSERT(line >= 1);
      RC_ASSERT(line <= static_cast<int>(lengths.size()));
      RC_ASSERT(column >= 1);
      RC_ASSERT(column <= lengths[static_cast<std::size_t>(line) - 1] + 1);
    }
    ++(problems.has_errors() ? refused : read);
  });
  CHECK(read > 100);
  CHECK(refused > 100);
}

TEST_CASE("a text in quotes is read as it was, whatever stands in it") {
  rc::prop("quoted", [] {
    const std::string text = *any_text_of({"a", "'",  "\"", "\\",   ": ",   " #",       " ",
                                           "[", "}",  ",",  "|",    "&x",   "*x",       "!",
                                           "%", "- ", "~",  "true", "0x10", "\xC3\xA9", "\xF0\x9F\x98\x80"});
    std::string single = "'", twice = "\"";
    for (const char c : text) {
      single += c == '\'' ? std::string("''") : std::string(1, c);
      twice += c == '"' || c == '\\' ? std::string{'\\', c} : std::string(1, c);
    }
    for (const std::string& written : {single + "'", twice + "\""}) {
      for (const std::string& line : {"x: " + written + "\n", "x: [" + written + "]", "{x: " + written + "}"}) {
        Problems problems;
        const auto node = read_text(line, "a.yaml", problems);
        RC_ASSERT(!problems.has_errors());
        const Node* found = node->find("x");
        if (found->kind == Node::Kind::list) found = &found->items.at(0);
        RC_ASSERT(found->text == text);
        RC_ASSERT(found->in_quotes);
      }
    }
  });
}

TEST_CASE("the order of keys changes nothing that is asked for by its key, and a key that stands twice is refused") {
  int keys_asked = 0;
  rc::prop("order and doubles", [&] {
    // Each key with its value, how it is written and its place in another order.
    using Line = std::tuple<std::string, int, int, int>;
    const auto any_line = rc::gen::tuple(any_key(), any_from(0, 999), any_from(0, 2), any_from(0, 999));
    auto lines = *rc::gen::scale(0.4, rc::gen::nonEmpty(rc::gen::uniqueBy<std::vector<Line>>(
                                          any_line, [](const Line& line) { return std::get<0>(line); })));
    const bool flow = *rc::gen::arbitrary<bool>();
    const auto file_of = [&](const std::vector<Line>& those) {
      std::string text;
      for (const auto& [key, value, how, place] : those) {
        text += (flow ? "  " : "") + written_key(key, how) + ": {v: " + std::to_string(value) + "}";
        text += flow ? ",\n" : "\n";
      }
      return flow ? "{\n" + text + "}\n" : text;
    };
    Problems problems;
    const auto first = read_text(file_of(lines), "a.yaml", problems);
    std::vector<Line> other_order = lines;
    std::stable_sort(other_order.begin(), other_order.end(),
                     [](const Line& one, const Line& other) { return std::get<3>(one) < std::get<3>(other); });
    const auto second = read_text(file_of(other_order), "a.yaml", problems);
    RC_ASSERT(!problems.has_errors());
    RC_ASSERT(first->keys.size() == lines.size());
    for (const auto& [key, value, how, place] : lines) {
      for (const auto& file : {first, second}) {
        const Node* found = file->find("k" + key);
        RC_ASSERT(found != nullptr);
        RC_ASSERT(found->find("v")->text == std::to_string(value));
      }
      ++keys_asked;
    }

    Line again = lines[*any_from<std::size_t>(0, lines.size() - 1)];
    std::get<2>(again) = *any_from(0, 2);
    const auto at = *any_from<std::size_t>(0, lines.size());
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), again);
    (void)read_text(file_of(lines), "a.yaml", problems);
    RC_ASSERT(problems.errors().size() == 1U);
    RC_ASSERT(problems.errors()[0].found.find("again") != std::string::npos);
  });
  CHECK(keys_asked > 5000);
}
