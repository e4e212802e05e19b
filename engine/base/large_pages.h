// SPDX-License-Identifier: MPL-2.0

#pragma once

/// How a program uses the C library's heap: in pages of 2 MiB, which the system
/// hands out one by one as they are used. Loading a ruleset touches 3,000 pages
/// of 4 KiB otherwise, each a fault of its own. Without effect where the C
/// library or the system has no such thing.
namespace sigte {

/// Asks for the main heap's next 30 MiB in large pages, and keeps what is freed
/// for what comes next. To be called once and first, by a program that wants
/// it: a library leaves its user's heap alone.
void UseLargePages();

/// The same for the heap of the calling thread, where the program has called
/// UseLargePages and the heap is new. To be called first in a thread that will
/// want some MiB.
void UseLargePagesOfThread();

}  // namespace sigte
