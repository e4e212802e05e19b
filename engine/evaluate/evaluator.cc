#include "engine/evaluate/evaluator.h"
