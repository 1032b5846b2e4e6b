#include "models/policy/municipality.hpp"

#include "models/reading/document.hpp"
#include "tests/models/shipped.hpp"

using namespace banenplan::models;

namespace {

std::optional<Municipality> read(const std::string& written, Problems& problems) {
  const Assumptions assumptions;
  return read_municipality({written, {}, {}, "municipality"}, assumptions, problems);
}

std::string body(const std::string& more) {
  return "municipality: veldhuizen\ntitle: {nl: Veldhuizen, en: Veldhuizen}\n" + more;
}

}  // namespace

TEST_CASE("a municipality follows from its inhabitants") {
  // 14.7 people in the register, 7.2 FTE and 0.30 jobs of the quotum for 1,000 inhabitants; 60 FTE for a department.
  struct Row {
    const char* inhabitants;
    double people, fte, departments, quotum;
  };
  const Row rows[] = {{"100000", 1470, 720, 12, 30},
                      {"60000", 882, 432, 7, 18},
                      {"170000", 2499, 1224, 20, 51},
                      {"1000", 15, 7.2, 1, 0}};
  for (const Row& row : rows) {
    const Folder folder;
    Problems problems;
    const auto municipality =
        read(folder.write("m.yaml", body(std::string("inhabitants: ") + row.inhabitants + "\n")), problems);
    CAPTURE(row.inhabitants, problems.error_lines());
    REQUIRE(municipality);
    CHECK(municipality->register_people == row.people);
    CHECK(municipality->quotum_jobs == row.quotum);
    CHECK(municipality->staff_fte == Approx(row.fte).epsilon(1e-12));
    CHECK(municipality->departments == row.departments);
  }
}

TEST_CASE("given figures win") {
  const Folder folder;
  Problems problems;
  const auto municipality =
      read(folder.write("m.yaml", body("inhabitants: 100000\nquotum_jobs: 31\n"
                                       "register_people: 1500\nstaff_fte: 800\ndepartments: 9\n")),
           problems);
  REQUIRE(municipality);
  CHECK(municipality->name == "veldhuizen");
  CHECK(municipality->inhabitants == 100000);
  CHECK(municipality->quotum_jobs == 31);
  CHECK(municipality->register_people == 1500);
  CHECK(municipality->staff_fte == 800);
  CHECK(municipality->departments == 9);
}

TEST_CASE("the shipped municipalities have the quota of the brochure") {
  struct Row {
    const char* name;
    double inhabitants, quotum;
  };
  // drie-scenarios-banenafspraak-gemeenten, confrontatiematrix; 170,000 stands for more than 150,000.
  const Row rows[] = {
      {"klein", 60000, 15}, {"middelgroot", 100000, 30}, {"groot", 170000, 50}, {"municipalities/groot", 170000, 50}};
  for (const Row& row : rows) {
    Problems problems;
    const auto municipality = read(row.name, problems);
    CAPTURE(row.name, problems.error_lines());
    REQUIRE(municipality);
    CHECK(municipality->inhabitants == row.inhabitants);
    CHECK(municipality->quotum_jobs == row.quotum);
    CHECK(!municipality->source.empty());
  }
}

TEST_CASE("a municipality that is wrong is refused in a line") {
  struct Row {
    std::string more;
    const char* line;  // after the file
  };
  const Row rows[] = {
      {"quotum_jobs: 30\n", ":1:1: inhabitants: found nothing; this key is required"},
      {"inhabitants: 10\nquotum_jobs: 3\n", R"(:3:14: inhabitants: found "10"; a number is from 100 to 5000000)"},
      {"inhabitants: 100.000\nquotum_jobs: 3\n",
       R"(:3:14: inhabitants: found "100.000"; thousands are written without a point; did you mean "100000"?)"},
      {"inhabitants: 100000\nquotum_jobs: 3\ndepartment: 3\n",
       R"(:5:1: department: found a key that is not known here; did you mean "departments"?)"},
      {"inhabitants: 5000\nquotum_jobs: 10%\n", R"(:4:14: quotum_jobs: found "10%"; a number is from 0 to 100000)"},
  };
  for (const Row& row : rows) {
    const Folder folder;
    Problems problems;
    const auto file = folder.write("m.yaml", body(row.more));
    CHECK_FALSE(read(file, problems));
    CHECK(problems.error_lines() == std::vector<std::string>{file + row.line});
  }
}
