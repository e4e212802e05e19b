// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

/// Work spread over threads, its results in the order in which it was given.
namespace sigte {

/// With one thread, or where the system has none to give, everything runs in
/// the caller's, in Submit. `Task` is default-constructible and is used again
/// and again, so that its buffers stay warm; its owner clears what must be.
template <typename Task>
class OrderedPool {
 public:
  /// Called on thread `worker` (from 0); different tasks at the same time.
  using Work = std::function<void(std::size_t worker, Task& task)>;
  /// Called on the caller's thread, in the order of Submit.
  using Done = std::function<void(Task& task)>;

  OrderedPool(std::size_t threads, Work work, Done done)
      : work_(std::move(work)),
        done_(std::move(done)),
        limit_(2 * threads + 1) {
    if (threads < 2) return;
    for (std::size_t i = 0; i < threads; ++i) {
      try {
        threads_.emplace_back([this, i] { Run(i); });
      } catch (const std::system_error&) {
        return;  // no room for another: fewer do as well, or none
      }
    }
  }

  ~OrderedPool() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    to_do_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }
  OrderedPool(const OrderedPool&) = delete;
  OrderedPool& operator=(const OrderedPool&) = delete;

  /// A task to be filled and given to Submit. Finishes older ones first when
  /// there are many, so that memory stays bounded.
  std::unique_ptr<Task> Take() {
    while (order_.size() >= limit_) FinishOldest();
    if (spare_.empty()) return std::make_unique<Task>();
    auto task = std::move(spare_.back());
    spare_.pop_back();
    return task;
  }

  void Submit(std::unique_ptr<Task> task) {
    if (threads_.empty()) {
      work_(0, *task);
      done_(*task);
      spare_.push_back(std::move(task));
      return;
    }
    {
      const std::lock_guard lock(mutex_);
      order_.push_back({std::move(task), false});
      waiting_.push_back(&order_.back());
    }
    to_do_.notify_one();
  }

  /// Returns when every task is done.
  void Finish() {
    while (!order_.empty()) FinishOldest();
  }

 private:
  struct Entry {
    std::unique_ptr<Task> task;
    bool done;
  };

  void FinishOldest() {
    {
      std::unique_lock lock(mutex_);
      finished_.wait(lock, [this] { return order_.front().done; });
    }
    done_(*order_.front().task);
    const std::lock_guard lock(mutex_);
    spare_.push_back(std::move(order_.front().task));
    order_.pop_front();
  }

  void Run(std::size_t worker) {
    std::unique_lock lock(mutex_);
    while (true) {
      to_do_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
      if (stopping_) return;
      Entry* entry = waiting_.front();
      waiting_.pop_front();
      lock.unlock();
      work_(worker, *entry->task);
      lock.lock();
      entry->done = true;
      finished_.notify_one();
    }
  }

  Work work_;
  Done done_;
  std::size_t limit_;
  std::deque<Entry> order_;  // a deque: entries stay where they are
  std::deque<Entry*> waiting_;
  std::vector<std::unique_ptr<Task>> spare_;  // the caller's thread only
  std::mutex mutex_;
  std::condition_variable to_do_;
  std::condition_variable finished_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace sigte
