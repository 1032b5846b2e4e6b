#include "engine/luck.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace banenplan::engine;

TEST_CASE("the generator gives its known answers") {
  // Random123, tests/kat_vectors: philox4x64, 10 rounds; counter, key, answer.
  struct Row {
    std::array<std::uint64_t, 4> counter;
    std::array<std::uint64_t, 2> key;
    std::array<std::uint64_t, 4> answer;
  };
  constexpr std::uint64_t ones = 0xffffffffffffffff;
  const Row rows[] = {
      {{0, 0, 0, 0}, {0, 0}, {0x16554d9eca36314c, 0xdb20fe9d672d0fdc, 0xd7e772cee186176b, 0x7e68b68aec7ba23b}},
      {{ones, ones, ones, ones},
       {ones, ones},
       {0x87b092c3013fe90b, 0x438c3c67be8d0224, 0x9cc7d7c69cd777b6, 0xa09caebf594f0ba0}},
      {{0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0, 0x082efa98ec4e6c89},
       {0x452821e638d01377, 0xbe5466cf34e90c6c},
       {0xa528f45403e61d95, 0x38c72dbd566e9788, 0xa5a1610e72fd18b5, 0x57bd43b5e52b7fe6}},
  };
  for (const Row& row : rows) {
    const r123::Philox4x64::ctr_type counter{{row.counter[0], row.counter[1], row.counter[2], row.counter[3]}};
    const r123::Philox4x64::key_type key{{row.key[0], row.key[1]}};
    const auto words = r123::Philox4x64{}(counter, key);
    for (std::size_t k = 0; k < 4; ++k) CHECK(words[k] == row.answer[k]);
  }
}

TEST_CASE("a draw depends on all that it is for, and on nothing else") {
  const Luck luck(1, 2);
  std::set<double> draws;
  int count = 0;
  const auto add = [&](const Luck::Block& block) {
    for (const double u : block) {
      CHECK((u > 0.0 && u < 1.0));
      draws.insert(u);
      ++count;
    }
  };
  for (const auto purpose : {Purpose::attributes, Purpose::visit, Purpose::scramble}) {
    for (const std::uint64_t subject : {0, 1}) {
      for (const std::uint32_t detail : {0U, 1U, 65535U}) {
        for (const std::uint32_t number : {0U, 1U, 65536U}) add(luck.block(purpose, subject, detail, number));
      }
    }
  }
  add(Luck(1, 3).block(Purpose::visit, 0, 0, 0));
  add(Luck(2, 2).block(Purpose::visit, 0, 0, 0));
  CHECK(draws.size() == static_cast<std::size_t>(count));
  CHECK(luck.block(Purpose::visit, 5, 6, 7) == Luck(1, 2).block(Purpose::visit, 5, 6, 7));
}

TEST_CASE("the ends of the words stay inside the open interval") {
  CHECK(Luck::uniform(0) == 0x1p-53);
  CHECK(Luck::uniform(~std::uint64_t{0}) == 1.0 - 0x1p-53);
}
