#include "tests/benchmark/report.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace banenplan::benchmark {

void Report::ReportRuns(const std::vector<Run>& runs) {
  ConsoleReporter::ReportRuns(runs);
  for (const Run& run : runs) {
    if (run.run_type != Run::RT_Aggregate || run.aggregate_name != "median") continue;
    const auto unit = run.counters.find("ns");
    if (unit == run.counters.end()) continue;
    std::string name = run.run_name.function_name;
    if (!run.run_name.args.empty()) name += "/" + run.run_name.args;
    medians_[name] = unit->second.value * 1e9;
  }
}

bool Report::keeps(const std::vector<Promise>& promises) const {
  bool kept = true;
  for (const Promise& promise : promises) {
    const auto of = medians_.find(promise.of);
    const auto against = medians_.find(promise.against);
    if (of == medians_.end() || against == medians_.end()) continue;
    const double ratio = of->second / against->second;
    std::printf("%-58s %6.3f of at most %.2f  %s\n", promise.what, ratio, promise.at_most,
                ratio <= promise.at_most ? "kept" : "NOT KEPT");
    kept = kept && ratio <= promise.at_most;
  }
  return kept;
}

double Report::exponent(const std::string& prefix) const {
  double count = 0.0, x_sum = 0.0, y_sum = 0.0, xx_sum = 0.0, xy_sum = 0.0;
  for (auto at = medians_.lower_bound(prefix + "/"); at != medians_.end(); ++at) {
    if (at->first.rfind(prefix + "/", 0) != 0) break;
    const double size = std::strtod(at->first.c_str() + prefix.size() + 1, nullptr);
    const double x = std::log(size);
    const double y = std::log(at->second * size);
    count += 1.0;
    x_sum += x;
    y_sum += y;
    xx_sum += x * x;
    xy_sum += x * y;
  }
  return (count * xy_sum - x_sum * y_sum) / (count * xx_sum - x_sum * x_sum);
}

void Report::add_memory(const std::string& name, double mebibytes) {
  std::printf("%-28s %8.1f MiB\n", name.c_str(), mebibytes);
  memory_[name] = mebibytes;
}

bool Report::write(const std::string& path) const {
  if (path.empty()) return true;
  std::ofstream file(path);
  file << "what,median,unit\n";
  for (const auto& [name, nanoseconds] : medians_) file << name << ',' << nanoseconds << ",ns\n";
  for (const auto& [name, mebibytes] : memory_) file << name << ',' << mebibytes << ",MiB\n";
  file.close();
  return static_cast<bool>(file);
}

}  // namespace banenplan::benchmark
