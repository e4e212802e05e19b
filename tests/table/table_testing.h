// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <memory>
#include <string>

#include "engine/table/table_reader.h"

/// The shipped questionnaire, and tables in words.
namespace sigte {

/// Made once from schemas/submission.schema.json. Æ, ø and å fold as Danish
/// does; "-" and "ukendt" say nothing; 000000-#### is hidden.
const TableSetup& Questionnaire();

/// What reading a CSV file or a workbook gives: remarks of the file
/// ("note D315 …"), then for each record its line and what is said of it.
/// Titles and messages in English.
std::string CsvInWords(const std::string& bytes);
std::string WorkbookInWords(const std::string& bytes);

/// The lines alone.
std::string LinesOfCsv(const std::string& bytes);

}  // namespace sigte
