// SPDX-License-Identifier: MPL-2.0

#pragma once

namespace sigte {

/// Sees to it that the file descriptors 0 to 2 are taken. Where a caller closed
/// one, the next file that the program opens would get its number, and what is
/// meant for the terminal would end in that file. Reading or writing through
/// such a one fails still, as it should. To be called before any file is
/// opened.
void HoldStandardStreams();

}  // namespace sigte
