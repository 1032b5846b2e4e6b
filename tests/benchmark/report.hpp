// What a run of the benchmarks says: the medians as a table that can be kept, and the promises that follow from them.
#pragma once

#include <benchmark/benchmark.h>
#include <map>
#include <string>
#include <vector>

namespace banenplan::benchmark {

// A ratio of two medians of one run, and the highest that it may be.
struct Promise {
  const char* what;
  std::string of;
  std::string against;
  double at_most;
};

class Report : public ::benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override;

  // Median nanoseconds per unit (a person-month, a placement, a replication), by name.
  const std::map<std::string, double>& medians() const { return medians_; }

  // Prints each promise, and whether it is kept; false if one is not.
  bool keeps(const std::vector<Promise>& promises) const;

  // Slope of log time in log size over the runs `prefix/SIZE`; per unit of size the times are constant at 1.
  double exponent(const std::string& prefix) const;

  // Keeps a number of MiB next to the medians.
  void add_memory(const std::string& name, double mebibytes);

  // Writes all of it as CSV; an empty path writes nothing.
  bool write(const std::string& path) const;

 private:
  std::map<std::string, double> medians_;
  std::map<std::string, double> memory_;  // MiB
};

}  // namespace banenplan::benchmark
