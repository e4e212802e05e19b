#include "engine/decide/decision.h"
