// The chart of the README: what a person-month costs, as bars.
#pragma once

#include <map>
#include <string>

namespace banenplan::benchmark {

// Writes an SVG of the medians (nanoseconds by name) that are about person-months; false if the file can not be
// written. An empty path writes nothing.
bool write_chart(const std::string& path, const std::map<std::string, double>& medians);

}  // namespace banenplan::benchmark
