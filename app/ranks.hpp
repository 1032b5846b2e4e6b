// The processes that share a run: those that mpirun or srun started, or this one alone. Process `rank` runs every
// `count`-th replication from `rank` on; outcomes are then brought together by the number of the replication, so that
// the results are those of one process. MPI is used in this room only, and only where it was built in
// (BANENPLAN_MPI) and the program was started under it.
#pragma once

#include <cstdint>

#include "engine/run.hpp"

namespace banenplan::app {

class Ranks {
 public:
  Ranks();
  ~Ranks();
  Ranks(const Ranks&) = delete;
  Ranks& operator=(const Ranks&) = delete;

  std::int32_t rank() const { return rank_; }
  std::int32_t count() const { return count_; }
  bool writes() const { return rank_ == 0; }

  // Gives every process the outcomes of all; each must call it for the same run.
  void gather(engine::Run& run) const;

 private:
  std::int32_t rank_ = 0;
  std::int32_t count_ = 1;
};

}  // namespace banenplan::app
