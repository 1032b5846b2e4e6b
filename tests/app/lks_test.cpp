#include "app/lks.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace banenplan::app;

namespace {

struct Answer {
  ExitCode code;
  std::string out;
  std::string error;
};

Answer ask(const std::function<void(LksRequest&)>& change) {
  LksRequest request;
  request.loonwaarde = "60%";
  request.hours = "36";
  request.month = "2026-01";
  change(request);
  std::ostringstream out;
  std::ostringstream error;
  const ExitCode code = lks(request, out, error);
  return {code, out.str(), error.str()};
}

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

}  // namespace

TEST_CASE("the answer stands in the first line, in Dutch or English") {
  CHECK(first_line(ask([](LksRequest&) {}).out) == "Loonkostensubsidie in jan. 2026: € 1.224,11 per maand");
  CHECK(first_line(ask([](LksRequest& r) { r.language = "en"; }).out) ==
        "Loonkostensubsidie in Jan 2026: €1,224.11 a month");
  CHECK(first_line(ask([](LksRequest& r) {
                     r.loonwaarde = "";
                     r.forfait = true;
                     r.month = "2016-07";
                     r.age = "25";
                   }).out) == "Loonkostensubsidie in jul. 2016: € 1.021,01 per maand");
}

TEST_CASE("each step shows its value, its source and its grade") {
  const std::string out = ask([](LksRequest& r) {
                            r.month = "2026-03";
                            r.running_since = "2025-08";
                          }).out;
  for (const char* expected : {"Wettelijk minimumloon per maand, volwassene", "€ 2.294,40", "sinds jan. 2026",
                               "(S, secundaire bron)", "Grondslag: € 2.294,40 x 100 % x (1 + 8 %)", "€ 2.477,95",
                               "(M, uit het geheugen, niet bevestigd)", "zoals opgegeven", "alleen op 1 januari"}) {
    CAPTURE(expected);
    CHECK(out.find(expected) != std::string::npos);
  }
  CHECK(out.find('<') == std::string::npos);
}

TEST_CASE("a person outside the Participatiewet is told what there is instead") {
  CHECK(first_line(ask([](LksRequest& r) { r.group = "wajong"; }).out).find("loondispensatie") != std::string::npos);
  CHECK(first_line(ask([](LksRequest& r) { r.group = "wsw"; }).out).find("Wsw") != std::string::npos);
}

TEST_CASE("a loonwaarde under the floor of a garantiebaan is remarked upon") {
  CHECK(ask([](LksRequest& r) { r.loonwaarde = "20%"; }).out.find("beschut werk") != std::string::npos);
  CHECK(ask([](LksRequest& r) { r.loonwaarde = "30%"; }).out.find("beschut werk") == std::string::npos);
}

TEST_CASE("json is one object with the amount and every step") {
  const Answer answer = ask([](LksRequest& r) {
    r.json = true;
    r.month = "2030-01";
  });
  const auto json = nlohmann::json::parse(answer.out);
  CHECK(json["command"] == "lks");
  CHECK(json["cents_per_month"].get<long>() > 122411);
  CHECK(json["request"]["month"] == "2030-01");
  REQUIRE(json["steps"].size() > 8);
  CHECK(json["steps"][0]["key"] == "wml");
  CHECK(json["steps"][0]["extrapolated"] == true);
  CHECK(json["steps"][0]["grade"] == "A");
  CHECK(json["steps"].back()["key"] == "total");
  CHECK(answer.error.empty());
  const auto none = nlohmann::json::parse(ask([](LksRequest& r) {
                                            r.json = true;
                                            r.group = "wajong";
                                          }).out);
  CHECK(none["cents_per_month"] == 0);
  CHECK(none["steps"].empty());
}

TEST_CASE("a wrong request is one line on standard error, nothing on standard output, and exit code 2") {
  struct Case {
    std::function<void(LksRequest&)> change;
    std::string line;
  };
  const Case cases[] = {
      {[](LksRequest& r) { r.loonwaarde = "60"; }, "--loonwaarde: found \"60\"; from 0% to 100%, as 60% or 0.6\n"},
      {[](LksRequest& r) { r.loonwaarde = ""; }, "--loonwaarde: found \"\"; from 0% to 100%, as 60% or 0.6\n"},
      {[](LksRequest& r) { r.loonwaarde = "0,6"; }, "--loonwaarde: found \"0,6\"; from 0% to 100%, as 60% or 0.6\n"},
      {[](LksRequest& r) { r.hours = "-1"; },
       "--hours: found \"-1\"; paid hours a week, more than 0, as 36 or 25.5\n"},
      {[](LksRequest& r) { r.hours = "x\ny"; },
       "--hours: found \"x\\ny\"; paid hours a week, more than 0, as 36 or 25.5\n"},
      {[](LksRequest& r) { r.month = "2026"; }, "--month: found \"2026\"; a month from 2015-01 to 2150-12\n"},
      {[](LksRequest& r) { r.month = "2014-12"; }, "--month: found \"2014-12\"; a month from 2015-01 to 2150-12\n"},
      {[](LksRequest& r) { r.age = "14"; }, "--age: found \"14\"; whole years, 15 to 75\n"},
      {[](LksRequest& r) { r.full_time_week = "41"; },
       "--full-time-week: found \"41\"; the full-time week of the sector, 32 to 40 hours\n"},
      {[](LksRequest& r) { r.running_since = "2026-02"; }, "--running-since: found \"2026-02\"; not after --month\n"},
      {[](LksRequest& r) { r.running_since = "2014-01"; },
       "--running-since: found \"2014-01\"; a month from 2015-01\n"},
      {[](LksRequest& r) {
         r.forfait = true;
         r.month = "2016-06";
       },
       "--forfait: found \"2016-06\"; the forfait is known from 2016-07\n"},
      {[](LksRequest& r) {
         r.forfait = true;
         r.running_since = "2025-07";
       },
       "--forfait: running since \"2025-07\"; the forfait lasts six months at most, then measure the loonwaarde\n"},
      {[](LksRequest& r) { r.group = "wia"; },
       "--group: found \"wia\"; participatiewet, wajong, wsw, wiw_id or niet_uitkeringsgerechtigd\n"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.line);
    const Answer answer = ask([&](LksRequest& request) {
      request.language = "en";
      one.change(request);
    });
    CHECK(answer.code == ExitCode::request_is_wrong);
    CHECK(answer.out.empty());
    CHECK(answer.error == one.line);
    CHECK(std::count(answer.error.begin(), answer.error.end(), '\n') == 1);
  }
  CHECK(ask([](LksRequest& r) { r.language = "de"; }).error == "--lang: gevonden \"de\"; nl of en\n");
}
