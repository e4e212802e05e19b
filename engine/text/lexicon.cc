#include "engine/text/lexicon.h"
