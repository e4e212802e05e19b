#include "engine/schema/schema.h"
