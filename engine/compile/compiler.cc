#include "engine/compile/compiler.h"
