// Chance as a function: a draw depends on the seed, the stream (which of several places people live in), the
// replication, the subject (a person or an opening), the purpose and a count, and on nothing else. So a person has
// the same luck in every scenario, on every thread and in any order, and a single life can be drawn again on its own.
//
// The generator is Philox4x64-10 (Salmon et al. 2011, Parallel random numbers: as easy as 1, 2, 3, SC'11), of
// Random123.
#pragma once

#include <Random123/philox.h>
#include <array>
#include <cstdint>

namespace banenplan::engine {

// What a draw is for; draws for different purposes are independent.
enum class Purpose : std::uint32_t { attributes, start, visit, arrival, match, candidate, contract_hours, scramble };

class Luck {
 public:
  static constexpr int block_size = 4;
  using Block = std::array<double, block_size>;
  using Words = std::array<std::uint64_t, block_size>;

  Luck(std::uint64_t seed, std::uint64_t replication, std::uint64_t stream = 0)
      : key_{{seed, domain}}, replication_(replication), stream_(stream) {}

  // Four independent uniform draws in the open interval (0, 1), multiples of 2^-53.
  // `detail` tells apart what `count` counts, such as the state of the visit; below 2^16 each for purpose and detail.
  Block block(Purpose purpose, std::uint64_t subject, std::uint32_t detail, std::uint32_t count) const {
    const Words drawn = words(purpose, subject, detail, count);
    return {uniform(drawn[0]), uniform(drawn[1]), uniform(drawn[2]), uniform(drawn[3])};
  }

  // The same as 64 random bits each.
  Words words(Purpose purpose, std::uint64_t subject, std::uint32_t detail, std::uint32_t count) const {
    const r123::Philox4x64::ctr_type counter{
        {subject, (std::uint64_t{static_cast<std::uint32_t>(purpose)} << 48) | (std::uint64_t{detail} << 32) | count,
         replication_, stream_}};
    const auto drawn = r123::Philox4x64{}(counter, key_);
    return {drawn[0], drawn[1], drawn[2], drawn[3]};
  }

  // 64 random bits as a number strictly between 0 and 1: the centre of one of 2^52 equal cells.
  static double uniform(std::uint64_t word) { return (static_cast<double>(word >> 12) + 0.5) * 0x1p-52; }

 private:
  static constexpr std::uint64_t domain = 0x62616e656e706c61ULL;
  r123::Philox4x64::key_type key_;
  std::uint64_t replication_;
  std::uint64_t stream_;
};

}  // namespace banenplan::engine
