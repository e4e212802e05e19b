#include "engine/read/json_reader.h"
