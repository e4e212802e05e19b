# SPDX-License-Identifier: MPL-2.0

"""What check_schemas.py needs to know of schemas and of YAML.

The YAML reader follows the core schema of YAML 1.2 (section 10.3), as `sigte
validate` does: PyYAML alone would read dates as dates and `no` as false.
"""

import json
import re

import jsonschema
import yaml


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2's core schema; the names of members are always texts."""

    yaml_implicit_resolvers = {}


def _resolve(kind, pattern, first):
    CoreLoader.add_implicit_resolver("tag:yaml.org,2002:" + kind,
                                     re.compile(pattern), first)


_resolve("bool", r"^(true|false)$", list("tf"))
_resolve("null", r"^(~|null|Null|NULL|)$", ["~", "n", "N", ""])
_resolve("int", r"^[-+]?[0-9]+$", list("-+0123456789"))
_resolve("float", r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$",
         list("-+0123456789."))


def _mapping(loader, node):
    return {key.value: loader.construct_object(value, deep=True)
            for key, value in node.value}


CoreLoader.add_constructor("tag:yaml.org,2002:map", _mapping)


def read_yaml(path):
    return yaml.load(path.read_text("utf-8"), CoreLoader)


def validator(folder, name):
    schema = json.loads(
        (folder / "schemas" / f"{name}.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def schema_of(path):
    """The name of the schema of a ruleset's file."""
    if path.parent.name == "terms":
        return "terms"
    if path.parent.name == "rulings":
        return "ruling"
    named = ("ruleset", "language", "laws", "parameters")
    return path.stem if path.stem in named else "rules"


def undescribed(schema):
    """Pointers of the members that an editor would have nothing to say of."""
    found = []

    def has_texts(part):
        texts = part.get("x-en", {})
        return all(isinstance(where.get(key), str)
                   for where in (part, texts) for key in ("title", "description"))

    def followed(part):
        while "$ref" in part and not has_texts(part):
            tokens = part["$ref"].split("/")[1:]
            part = schema
            for token in tokens:
                part = part[token]
        return part

    def members(part, pointer):
        # Those that a condition only speaks of again are described elsewhere.
        for name, child in part.get("properties", {}).items():
            at = f"{pointer}/properties/{name}"
            if not has_texts(followed(child)):
                found.append(at)
            members(child, at)
        for key in ("items", "additionalProperties"):
            if isinstance(part.get(key), dict):
                members(part[key], f"{pointer}/{key}")

    members(schema, "")
    for name, part in schema.get("$defs", {}).items():
        members(part, f"/$defs/{name}")
    return found
