#include "engine/rule/loader.h"
