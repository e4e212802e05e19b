#include "engine/decide/decider.h"
