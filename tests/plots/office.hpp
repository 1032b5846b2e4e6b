// The workbook as a user of LibreOffice has it: opened, computed anew, and read sheet by sheet.
#pragma once

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/place.hpp"

namespace banenplan::plots {

using test::Place;
using test::text_of;

inline const std::string as_csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

// Opens files in LibreOffice, which computes every formula of a workbook anew, and has them written in another format
// into a folder of the place; numbers in a CSV have a point.
inline void convert(const std::filesystem::path& place, const std::string& format, const std::string& into,
                    const std::vector<std::string>& names) {
  std::filesystem::create_directories(place / "user" / "user");
  std::ofstream(place / "user" / "user" / "registrymodifications.xcu") << R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
)";
  const std::string where = place.string();
  std::string command = "LC_ALL=C.UTF-8 soffice --headless -env:UserInstallation=file://" + where +
                        "/user --convert-to '" + format + "' --outdir " + where + "/" + into;
  for (const std::string& name : names) command += " " + where + "/" + name;
  command += " > " + where + "/log 2>&1";
  REQUIRE(std::system(command.c_str()) == 0);
}

inline void recompute(const std::filesystem::path& place, const std::vector<std::string>& names) {
  std::vector<std::string> files;
  for (const std::string& name : names) files.push_back(name + ".xlsx");
  convert(place, as_csv, "csv", files);
}

// A sheet that has been computed anew.
inline std::string sheet_of(const Place& place, const std::string& book, const std::string& sheet) {
  return text_of(place.path / "csv" / (book + "-" + sheet + ".csv"));
}

}  // namespace banenplan::plots
