// The results as tables for a spreadsheet or a statistics program, in long form: a row for each scenario, measure and
// year. Column names are the same in both languages; titles are in the reader's.
//
//   per_jaar.csv    scenario, measure, title, unit, year, and the bands: median, low, high, mean,
//                   difference_median, difference_low, difference_high (minus the null alternative)
//   totalen.csv     the same for the whole period, with `kind`: sum of the years, or the last year
//   fondsen.csv     year-end balances of the funds, in euro
//   aannames.csv    assumptions with value, range, grade and source
//   financien_per_jaar.csv, financien_per_kwartaal.csv
//                   what each budget holder pays and receives, by taakveld and post
//   onzekerheid.csv of the variance of each result: chance, and first and total index of the assumptions that matter
//
// low and high are the 5 and 95 % points over the replications, and empty when there is one replication.
#pragma once

#include <string>
#include <vector>

#include "plots/summary.hpp"
#include "plots/table.hpp"
#include "plots/words.hpp"

namespace banenplan::plots {

struct NamedTable {
  std::string file;  // per_jaar.csv
  Table table;
};

// `summary` is the one of the comparison.
std::vector<NamedTable> tables_of(const models::Comparison& comparison, const Summary& summary, const Words& words);

}  // namespace banenplan::plots
