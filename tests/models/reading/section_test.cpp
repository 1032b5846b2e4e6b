#include "models/reading/section.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <functional>
#include <rapidcheck/catch.h>

#include "models/reading/assignment.hpp"
#include "tests/generators.hpp"

using namespace banenplan::models;
using banenplan::engine::Month;
using banenplan::test::any_number_in;

namespace {

// Reads one text by a schema and gives the refusals.
std::vector<std::string> refusals(const std::string& text, const std::function<void(const Section&)>& schema) {
  Problems problems;
  const auto node = read_text(text, "a.yaml", problems);
  if (node) {
    const Section section{*node, problems};
    schema(section);
    section.finish();
  }
  return problems.error_lines();
}

void good(const std::string& text, const std::function<void(const Section&)>& schema) {
  CAPTURE(text);
  const auto lines = refusals(text, schema);
  CAPTURE(lines);
  CHECK(lines.empty());
}

enum class Strength { weak, strong };

}  // namespace

TEST_CASE("each getter refuses what it does not allow, in one line") {
  struct Case {
    std::string text;
    std::function<void(const Section&)> schema;
    std::string line;
  };
  const auto number = [](const Section& s) { s.number("x", {0, 10}); };
  const auto share = [](const Section& s) { s.share("x"); };
  const auto boolean = [](const Section& s) { s.boolean("x"); };
  const auto strength = [](const Section& s) {
    s.choice<Strength>("x", {{"weak", Strength::weak}, {"strong", Strength::strong}});
  };
  const std::vector<Case> cases{
      {"x: 0,03", number, R"(a.yaml:1:4: x: found "0,03"; a number is from 0 to 10; did you mean "0.03"?)"},
      {"x: 010", number, R"(a.yaml:1:4: x: found "010"; a number is from 0 to 10; did you mean "10"?)"},
      {"x: 0x10", number, R"(a.yaml:1:4: x: found "0x10"; a number is from 0 to 10)"},
      {"x: .nan", number, R"(a.yaml:1:4: x: found ".nan"; a number is from 0 to 10)"},
      {"x: 1e999", number, R"(a.yaml:1:4: x: found "1e999"; a number is from 0 to 10)"},
      {"x: 1e-400", number, R"(a.yaml:1:4: x: found "1e-400"; a number is from 0 to 10)"},
      {"x: 11", number, R"(a.yaml:1:4: x: found "11"; a number is from 0 to 10)"},
      {"x: \"1\"", number, R"(a.yaml:1:4: x: found "1" in quotes; a number is from 0 to 10)"},
      {"x: [1]", number, "a.yaml:1:4: x: found a list; a number is from 0 to 10"},
      {"x: ~", number, "a.yaml:1:4: x: found nothing; a number is from 0 to 10"},
      {"y: 1",
       [](const Section& s) {
         s.number("x");
         s.number("y");
       },
       "a.yaml:1:1: x: found nothing; this key is required"},
      {"x: a", [](const Section& s) { s.number("x"); }, R"(a.yaml:1:4: x: found "a"; a number is written as 12.5)"},
      {"x: -1", [](const Section& s) { s.euros("x"); }, R"(a.yaml:1:4: x: found "-1"; a number is at least 0)"},
      {"x: 90.000", [](const Section& s) { s.euros("x"); },
       R"(a.yaml:1:4: x: found "90.000"; thousands are written without a point; did you mean "90000"?)"},
      {"x: 1.250.000", [](const Section& s) { s.quantity("x"); },
       R"(a.yaml:1:4: x: found "1.250.000"; thousands are written without a point; did you mean "1250000"?)"},
      {"x: {nl: \"a\\nb\", en: b}", [](const Section& s) { s.title("x"); },
       R"(a.yaml:1:9: x.nl: found "a\nb"; a title is one line of at most 400 characters)"},
      {"x: 61", [](const Section& s) { s.hours("x"); }, R"(a.yaml:1:4: x: found "61"; a number is from 0 to 60)"},
      {"x: 12", share, R"(a.yaml:1:4: x: found "12"; a share is from 0 to 1, as 12% or 0.12; did you mean "12%"?)"},
      {"x: 120%", share, R"(a.yaml:1:4: x: found "120%"; a share is from 0 to 1, as 12% or 0.12)"},
      {"x: 0,5%", share,
       R"(a.yaml:1:4: x: found "0,5%"; a share is from 0 to 1, as 12% or 0.12; did you mean "0.5%"?)"},
      {"x: no", boolean, R"(a.yaml:1:4: x: found "no"; allowed is true or false; did you mean "false"?)"},
      {"x: True", boolean, R"(a.yaml:1:4: x: found "True"; allowed is true or false; did you mean "true"?)"},
      {"x: \"true\"", boolean, R"(a.yaml:1:4: x: found "true" in quotes; allowed is true or false)"},
      {"x: stron", strength, R"(a.yaml:1:4: x: found "stron"; allowed is weak or strong; did you mean "strong"?)"},
      {"x: 1.5", [](const Section& s) { s.whole("x", 1, 9); },
       R"(a.yaml:1:4: x: found "1.5"; a whole number from 1 to 9 is expected)"},
      {"x: 2026-13", [](const Section& s) { s.month("x"); },
       R"(a.yaml:1:4: x: found "2026-13"; a month is written as 2026-01)"},
      {"x: 2026-01", [](const Section& s) { s.date("x"); },
       R"(a.yaml:1:4: x: found "2026-01"; a date is written as 2026-01-31)"},
      {"x: 26", [](const Section& s) { s.year("x"); },
       R"(a.yaml:1:4: x: found "26"; a whole number from 1900 to 2200 is expected)"},
      {"x: \"\"", [](const Section& s) { s.text("x"); }, R"(a.yaml:1:4: x: found "" in quotes; a text is expected)"},
      {"x: A b", [](const Section& s) { s.name("x"); },
       R"(a.yaml:1:4: x: found "A b"; a name has lower-case letters, digits, _ and -, and starts with a letter)"},
      {"x: {nl: Groot}", [](const Section& s) { s.title("x"); },
       "a.yaml:1:4: x.en: found nothing; this key is required"},
      {"x: [3, 2]", [](const Section& s) { s.interval("x"); },
       "a.yaml:1:4: x: found [3, 2]; the lower end comes first"},
      {"x: [3]", [](const Section& s) { s.interval("x"); },
       "a.yaml:1:4: x: found a list; a range is written as [low, high]"},
      {"x: {value: 3, range: [1, 2]}", [](const Section& s) { s.spread("x"); },
       "a.yaml:1:12: x.value: found 3; the value is within its range, 1 to 2"},
      {"x: [1, b]", [](const Section& s) { s.numbers("x"); },
       R"(a.yaml:1:8: x[1]: found "b"; a number is written as 12.5)"},
      {"x: [1]",
       [](const Section& s) {
         s.numbers("x", any_number, {2, 3});
       },
       "a.yaml:1:4: x: found a list of 1; a list of 2 to 3 is expected"},
      {"x: [2026-01, 2026]", [](const Section& s) { s.months("x"); },
       R"(a.yaml:1:14: x[1]: found "2026"; a month is written as 2026-01)"},
      {"x: [[1, 2], [3]]", [](const Section& s) { s.matrix("x", any_number, 2); },
       "a.yaml:1:13: x[1]: found a row of 1; a row of 2 is expected"},
      {"x: [1]", [](const Section& s) { s.sections("x"); },
       R"(a.yaml:1:5: x[0]: found "1"; a map of keys is expected)"},
      {"x: 1", [](const Section& s) { s.section("x").number("y"); },
       R"(a.yaml:1:4: x: found "1"; a map of keys is expected)"},
      {"x: {a: 1}", [](const Section& s) { s.section("x").entries(); },
       R"(a.yaml:1:8: x.a: found "1"; a map of keys is expected)"},
      {"x: {a: b}", [](const Section& s) { s.section("x").numbers_by_name(); },
       R"(a.yaml:1:8: x.a: found "b"; a number is written as 12.5)"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(refusals(one.text, one.schema) == std::vector<std::string>{one.line});
  }
}

TEST_CASE("each getter gives what was written, and its fallback when nothing was") {
  good("{n: 1.5, s: 12%, e: 1e6, w: 3, b: true, m: 2026-01, d: 2026-01-31, y: 2026, t: een tekst, k: {nl: a, en: b}}",
       [](const Section& s) {
         CHECK(s.number("n") == 1.5);
         CHECK(s.share("s") == 0.12);
         CHECK(s.euros("e") == 1e6);
         CHECK(s.whole("w", 0, 9) == 3);
         CHECK(s.boolean("b"));
         CHECK(s.month("m") == Month::of(2026, 1));
         CHECK(s.date("d") == Date{2026, 1, 31});
         CHECK(s.year("y") == 2026);
         CHECK(s.text("t") == "een tekst");
         CHECK(s.title("k").english == "b");
         CHECK(s.number("absent", any_number, 7.0) == 7.0);
         CHECK(s.text("absent_text", "x") == "x");
         CHECK(!s.boolean("absent_boolean", false));
         CHECK(s.choice<Strength>("absent_choice", {{"weak", Strength::weak}, {"strong", Strength::strong}},
                                  Strength::strong) == Strength::strong);
         CHECK(!s.optional_section("absent_section"));
         CHECK(s.numbers("absent_list").empty());
       });
  good("{list: [1, 2], one: 3, rows: [[0.5, 50%], [1]], band: [24, 32], point: 24, words: [strong, weak]}",
       [](const Section& s) {
         CHECK(s.numbers("list") == std::vector<double>{1, 2});
         CHECK(s.numbers("one") == std::vector<double>{3});
         CHECK(s.matrix("rows") == std::vector<Row>{{0.5, 0.5}, {1}});
         CHECK(s.interval("band").high == 32);
         CHECK(s.interval("point").low == 24);
         CHECK(s.choices<Strength>("words", {{"weak", Strength::weak}, {"strong", Strength::strong}}) ==
               std::vector<Strength>{Strength::strong, Strength::weak});
       });
  good("{a: 90%, b: {value: 0.9, range: [75%, 1]}, c: {value: 1, range: [0, 2], shape: uniform}}",
       [](const Section& s) {
         CHECK(s.share_spread("a").shape == Spread::Shape::fixed);
         CHECK(s.share_spread("b").low == 0.75);
         CHECK(s.share_spread("b").shape == Spread::Shape::triangular);
         CHECK(s.spread("c").shape == Spread::Shape::uniform);
       });
}

TEST_CASE("free-named maps give their names in the order of the file") {
  good("funds: {pot: {share: 1%}, fonds: {share: 2%}}\nsteps: [{hours: 1}, {hours: 2}]\nsources: {a: b}",
       [](const Section& s) {
         const auto funds = s.section("funds").entries();
         REQUIRE(funds.size() == 2);
         CHECK(funds[0].first == "pot");
         CHECK(funds[1].second.share("share") == 0.02);
         (void)funds[0].second.share("share");
         const auto steps = s.sections("steps");
         REQUIRE(steps.size() == 2);
         CHECK(steps[1].path() == "steps[1]");
         CHECK(steps[0].hours("hours") + steps[1].hours("hours") == 3);
         CHECK(s.section("sources").texts_by_name().at(0).second == "b");
       });
}

TEST_CASE("a key that nobody asked for is refused, with the name that was meant") {
  const auto schema = [](const Section& s) {
    for (const auto& [name, fund] : s.section("funds").entries()) fund.share("share", any_share, 0.5);
    if (const auto guidance = s.optional_section("guidance")) guidance->boolean("buddy", false);
  };
  CHECK(refusals("funds:\n  pot: {shaer: 1%}\n", schema) ==
        std::vector<std::string>{
            R"(a.yaml:2:9: funds.pot.shaer: found a key that is not known here; did you mean "share"?)"});
  CHECK(refusals("funds: {}\ngiudance: {}\n", schema) ==
        std::vector<std::string>{
            R"(a.yaml:2:1: giudance: found a key that is not known here; did you mean "guidance"?)"});
  CHECK(refusals("funds: {}\nbuddy: true\nguidance: {}\n", schema) ==
        std::vector<std::string>{
            R"(a.yaml:2:1: buddy: found a key that is not known here; did you mean "guidance.buddy"?)"});
  CHECK(refusals("funds: {}\nweather: nice\n", schema) ==
        std::vector<std::string>{"a.yaml:2:1: weather: found a key that is not known here"});
}

TEST_CASE("a fallback outside the choices is given when the key is absent") {
  good("{}", [](const Section& s) {
    CHECK(s.choice<int>("x", {{"one", 1}, {"two", 2}}, 7) == 7);
    CHECK(s.choice<int>("y", {{"one", 1}, {"two", 2}}, 2) == 2);
  });
  CHECK(refusals("x: three", [](const Section& s) {
          CHECK(s.choice<int>("x", {{"one", 1}, {"two", 2}}, 7) == 7);
        }).size() == 1);
}

TEST_CASE("all problems of a file are found at once") {
  CHECK(refusals("a: x\nb: y\nc: z\n", [](const Section& s) {
          s.number("a");
          s.boolean("b");
        }).size() == 3);
}

TEST_CASE("a missing section is one problem, not one for each key in it") {
  CHECK(refusals("a: 1\n", [](const Section& s) {
          s.number("a");
          const Section funds = s.section("funds");
          funds.share("share");
          funds.text("name");
        }) == std::vector<std::string>{"a.yaml:1:1: funds: found nothing; this key is required"});
}

TEST_CASE("a model's own rule and a warning name the key") {
  Problems problems;
  const auto node = read_text("a: 1\n", "a.yaml", problems);
  const Section section{*node, problems};
  section.refuse("a", "found 1", "odd numbers are refused", "2");
  section.warn("a", "found 1", "2 is usual");
  CHECK(problems.error_lines() ==
        std::vector<std::string>{R"(a.yaml:1:4: a: found 1; odd numbers are refused; did you mean "2"?)"});
  CHECK(problems.warning_lines() == std::vector<std::string>{"a.yaml:1:4: a: found 1; 2 is usual"});
}

TEST_CASE("a value from --set is refused by that name") {
  Problems problems;
  auto node = read_text("a: 1\n", "a.yaml", problems);
  REQUIRE(set_value(*node, "a=x", problems));
  const Section section{*node, problems};
  CHECK(section.number("a") == 0.0);
  CHECK(problems.error_lines() == std::vector<std::string>{R"(--set: a: found "x"; a number is written as 12.5)"});
}

TEST_CASE("a number in a file is read to the bit within its range, and refused outside it") {
  int inside = 0, outside = 0;
  rc::prop("within its range", [&] {
    const double number = *any_number_in({1.0, 1e-9, 1e3, 1e12});
    const double one = *any_number_in({10.0});
    const double other = *any_number_in({10.0});
    const Range range{std::min(one, other), std::max(one, other)};
    const bool fits = number >= range.low && number <= range.high;
    double found = 0.0;
    const auto lines =
        refusals(fmt::format("x: {}", number), [&](const Section& s) { found = s.number("x", range); });
    RC_ASSERT(lines.empty() == fits);
    if (fits) RC_ASSERT(found == number);
    ++(fits ? inside : outside);
  });
  CHECK(inside > 100);
  CHECK(outside > 100);
}
