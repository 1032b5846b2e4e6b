#include "engine/chaos.hpp"

#include <algorithm>
#include <cmath>

namespace banenplan::engine {
namespace {

using Numbers = std::vector<double>;

constexpr std::size_t fewest_draws = 40;
constexpr std::size_t draws_per_term = 10;
constexpr double least_signal = 4.5 * 4.5;
constexpr std::size_t groups = 20;  // of draws, of which one is left out at a time
constexpr double band_width = 1.645;

double product(const Numbers& a, const Numbers& b) {
  double sum = 0.0;
  for (std::size_t k = 0; k < a.size(); ++k) sum += a[k] * b[k];
  return sum;
}

void centre(Numbers& values) {
  double sum = 0.0;
  for (const double value : values) sum += value;
  const double mean = sum / static_cast<double>(values.size());
  for (double& value : values) value -= mean;
}

void take_off(Numbers& from, double times, const Numbers& what) {
  for (std::size_t k = 0; k < from.size(); ++k) from[k] -= times * what[k];
}

// Legendre polynomials of uniform draws, of degree 1 and up, each of mean 0 and variance 1.
std::vector<Numbers> legendre(const Numbers& uniforms, int degree) {
  std::vector<Numbers> polynomials(static_cast<std::size_t>(degree), Numbers(uniforms.size()));
  for (std::size_t r = 0; r < uniforms.size(); ++r) {
    const double x = 2.0 * uniforms[r] - 1.0;
    double before = 1.0, now = x;
    for (int n = 1; n <= degree; ++n) {
      polynomials[static_cast<std::size_t>(n) - 1][r] = std::sqrt(2.0 * n + 1.0) * now;
      const double next = ((2.0 * n + 1.0) * x * now - n * before) / (n + 1.0);
      before = now;
      now = next;
    }
  }
  return polynomials;
}

// Least squares on columns that come one by one, by modified Gram-Schmidt.
class LeastSquares {
 public:
  explicit LeastSquares(Numbers result) : residual_(std::move(result)) { centre(residual_); }

  // Takes a column in unless what is new of it is rounding, or is told to explain too little; says whether it was.
  bool add(Numbers column, double least) {
    centre(column);
    const double square = product(column, column);
    Numbers row;
    for (const Numbers& direction : directions_) {
      row.push_back(product(direction, column));
      take_off(column, row.back(), direction);
    }
    const double left = product(column, column);
    const double free = static_cast<double>(residual_.size()) - 2.0 - static_cast<double>(directions_.size());
    if (left <= 1e-10 * square || free <= 0.0) return false;
    const double length = std::sqrt(left);
    for (double& value : column) value /= length;
    const double weight = product(column, residual_);
    const double noise = std::max(0.0, product(residual_, residual_) - weight * weight) / free;
    if (weight * weight < least * noise) return false;
    take_off(residual_, weight, column);
    row.push_back(length);
    triangle_.push_back(row);
    weights_.push_back(weight);
    directions_.push_back(std::move(column));
    return true;
  }

  const Numbers& residual() const { return residual_; }

  // By column: its squared weight less the variance that noise gives it.
  Numbers squares() const {
    const std::size_t count = directions_.size();
    const double free = static_cast<double>(residual_.size()) - 1.0 - static_cast<double>(count);
    const double noise = free > 0.0 ? product(residual_, residual_) / free : 0.0;
    Numbers result(count);
    const Numbers solved = solve(weights_);
    for (std::size_t k = 0; k < count; ++k) result[k] = solved[k] * solved[k];
    for (std::size_t j = 0; j < count; ++j) {
      Numbers unit(count, 0.0);
      unit[j] = 1.0;
      const Numbers column = solve(unit);
      for (std::size_t k = 0; k < count; ++k) result[k] -= noise * column[k] * column[k];
    }
    return result;
  }

 private:
  // Back substitution: entry k of column j stands in triangle_[j][k].
  Numbers solve(Numbers right) const {
    for (std::size_t k = right.size(); k-- > 0;) {
      for (std::size_t j = k + 1; j < right.size(); ++j) right[k] -= triangle_[j][k] * right[j];
      right[k] /= triangle_[k][k];
    }
    return right;
  }

  Numbers residual_;
  std::vector<Numbers> directions_, triangle_;
  Numbers weights_;
};

// The terms worth having, the strongest first.
std::vector<std::size_t> chosen(const ChaosBasis& basis, const Numbers& result) {
  std::vector<std::size_t> terms;
  LeastSquares squares(result);
  while (terms.size() * draws_per_term < result.size()) {
    std::size_t best = 0;
    double most = 0.0;
    for (std::size_t k = 0; k < basis.terms().size(); ++k) {
      const ChaosBasis::Term& term = basis.terms()[k];
      const double along = product(term.values, squares.residual());
      const double explains = term.square > 0.0 ? along * along / term.square : 0.0;
      if (explains > most) {
        most = explains;
        best = k;
      }
    }
    if (most == 0.0 || !squares.add(basis.terms()[best].values, least_signal)) break;
    terms.push_back(best);
  }
  return terms;
}

// First and total indices from these terms, of the draws that are not in group `left_out`.
std::vector<ChaosIndex> indices_of(const ChaosBasis& basis, const std::vector<std::size_t>& terms,
                                   const Numbers& result, std::size_t left_out) {
  const auto part = [&](const Numbers& values) {
    if (left_out == groups) return values;
    Numbers kept;
    for (std::size_t r = 0; r < values.size(); ++r)
      if (r % groups != left_out) kept.push_back(values[r]);
    return kept;
  };
  std::vector<ChaosIndex> indices(basis.inputs());
  Numbers values = part(result);
  LeastSquares squares(values);
  std::vector<std::size_t> taken;
  for (const std::size_t term : terms)
    if (squares.add(part(basis.terms()[term].values), 0.0)) taken.push_back(term);
  centre(values);
  const double variance = product(values, values) / static_cast<double>(values.size() - 1);
  if (variance == 0.0) return indices;
  const Numbers parts = squares.squares();
  for (std::size_t k = 0; k < taken.size(); ++k) {
    const ChaosBasis::Term& term = basis.terms()[taken[k]];
    const double share = parts[k] / variance;
    indices[static_cast<std::size_t>(term.one)].total += share;
    if (term.other < 0) {
      indices[static_cast<std::size_t>(term.one)].first += share;
    } else {
      indices[static_cast<std::size_t>(term.other)].total += share;
    }
  }
  for (ChaosIndex& index : indices) {
    index.first = std::clamp(index.first, 0.0, 1.0);
    index.total = std::clamp(index.total, index.first, 1.0);
  }
  return indices;
}

}  // namespace

ChaosBasis::ChaosBasis(const std::vector<std::vector<double>>& uniforms, int degree, int pair_degree)
    : inputs_(uniforms.size()) {
  std::vector<std::vector<Numbers>> polynomials;
  polynomials.reserve(uniforms.size());
  for (const Numbers& input : uniforms) polynomials.push_back(legendre(input, std::max(degree, pair_degree - 1)));
  const auto add = [&](std::size_t one, std::int32_t other, Numbers values) {
    centre(values);
    const double square = product(values, values);
    terms_.push_back({static_cast<std::int32_t>(one), other, std::move(values), square});
  };
  for (std::size_t i = 0; i < inputs_; ++i) {
    for (int n = 1; n <= degree; ++n) add(i, -1, polynomials[i][static_cast<std::size_t>(n) - 1]);
    for (std::size_t j = 0; j < i; ++j) {
      for (int n = 1; n < pair_degree; ++n) {
        for (int m = 1; n + m <= pair_degree; ++m) {
          Numbers values = polynomials[i][static_cast<std::size_t>(n) - 1];
          const Numbers& others = polynomials[j][static_cast<std::size_t>(m) - 1];
          for (std::size_t r = 0; r < values.size(); ++r) values[r] *= others[r];
          add(i, static_cast<std::int32_t>(j), std::move(values));
        }
      }
    }
  }
}

std::vector<ChaosIndex> chaos_indices(const ChaosBasis& basis, const std::vector<double>& result) {
  if (result.size() < fewest_draws) return std::vector<ChaosIndex>(basis.inputs());
  const std::vector<std::size_t> terms = chosen(basis, result);
  std::vector<ChaosIndex> indices = indices_of(basis, terms, result, groups);
  std::vector<Numbers> totals(indices.size());
  for (std::size_t g = 0; g < groups && !terms.empty(); ++g) {
    const auto without = indices_of(basis, terms, result, g);
    for (std::size_t i = 0; i < indices.size(); ++i) totals[i].push_back(without[i].total);
  }
  for (std::size_t i = 0; i < indices.size() && !terms.empty(); ++i) {
    centre(totals[i]);
    const auto count = static_cast<double>(groups);
    const double error = std::sqrt((count - 1.0) / count * product(totals[i], totals[i]));
    indices[i].low = std::max(0.0, indices[i].total - band_width * error);
    indices[i].high = std::min(1.0, indices[i].total + band_width * error);
  }
  return indices;
}

}  // namespace banenplan::engine
