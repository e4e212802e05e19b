# SPDX-License-Identifier: MPL-2.0

"""What SARIF 2.1.0 (OASIS, with errata 01) asks of the objects that we write,
as a JSON Schema, and the rules of its text that a schema cannot say.

Section numbers are those of the standard. Objects are closed, so that a
misspelt member is a fault.
"""


def obj(required, **members):
    return {"type": "object", "required": required, "properties": members,
            "additionalProperties": False}


def listed(item, **more):
    return {"type": "array", "items": item, **more}


TEXT = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 0}
FROM_ONE = {"type": "integer", "minimum": 1}
BAG = {"type": "object", "properties": {
    "tags": listed(TEXT, uniqueItems=True, maxItems=20)}}  # GitHub's 20
LEVEL = {"enum": ["none", "note", "warning", "error"]}  # 3.27.10
LANGUAGE = {"type": "string", "pattern": "^[a-z]{2}(-[A-Z]{2})?$"}  # 3.14.7
URI = {"type": "string", "pattern": r"^[A-Za-z0-9._~/%:-]+$"}

MESSAGE = obj(["text"], text=TEXT)  # 3.11
WORDS = obj(["text"], text=TEXT, markdown=TEXT)  # 3.12
ARTIFACT_LOCATION = obj(["uri"], uri=URI)  # 3.4
REGION = obj(["startLine"], startLine=FROM_ONE, startColumn=FROM_ONE,
             endLine=FROM_ONE, endColumn=FROM_ONE)  # 3.30
PHYSICAL = obj(["artifactLocation"], artifactLocation=ARTIFACT_LOCATION,
               region=REGION)  # 3.29
LOGICAL = obj(["name"], name=TEXT, fullyQualifiedName=TEXT, kind=TEXT)  # 3.33
LOCATION = obj(["physicalLocation"], id=COUNT, physicalLocation=PHYSICAL,
               logicalLocations=listed(LOGICAL, uniqueItems=True),
               message={"type": "object"})  # 3.28
SUPPRESSION = obj(  # 3.35
    ["kind"], kind={"enum": ["inSource", "external"]},
    status={"enum": ["accepted", "underReview", "rejected"]},
    justification=TEXT, properties=BAG)
RESULT = obj(  # 3.27; GitHub needs locations and the first fingerprint
    ["ruleId", "message", "locations", "partialFingerprints"],
    ruleId=TEXT, ruleIndex=COUNT,
    kind={"enum": ["pass", "fail", "open", "review", "informational",
                   "notApplicable"]},
    level=LEVEL, message=MESSAGE,
    locations=listed(LOCATION, minItems=1, maxItems=1),
    relatedLocations=listed(LOCATION, uniqueItems=True),
    partialFingerprints={
        "type": "object", "required": ["primaryLocationLineHash"],
        "additionalProperties": TEXT},
    suppressions=listed(SUPPRESSION, minItems=1), properties=BAG)
DESCRIPTOR = obj(  # 3.49; GitHub needs the descriptions and help
    ["id", "shortDescription", "fullDescription", "help"],
    id=TEXT, name=TEXT, shortDescription=WORDS,
    fullDescription={**WORDS, "properties": {
        "text": {"type": "string", "minLength": 1, "maxLength": 1024}}},
    help=WORDS, helpUri=URI, properties=BAG,
    defaultConfiguration=obj(["level"], level=LEVEL))
DRIVER = obj(  # 3.19
    ["name", "rules"], name=TEXT, version=TEXT,
    semanticVersion={"type": "string", "pattern": r"^\d+\.\d+\.\d+"},
    language=LANGUAGE, rules=listed(DESCRIPTOR, uniqueItems=True))
NOTIFICATION = obj(["message"], level=LEVEL, message=MESSAGE,
                   locations=listed(LOCATION))  # 3.58
INVOCATION = obj(["executionSuccessful"],  # 3.20
                 executionSuccessful={"type": "boolean"},
                 exitCode={"type": "integer"},
                 toolExecutionNotifications=listed(NOTIFICATION))
ARTIFACT = obj(["location"], location=ARTIFACT_LOCATION,
               roles=listed({"enum": ["analysisTarget"]}, uniqueItems=True))
RUN = obj(  # 3.14
    ["tool", "results"], tool=obj(["driver"], driver=DRIVER),
    language=LANGUAGE, columnKind={"enum": ["utf16CodeUnits",
                                            "unicodeCodePoints"]},
    automationDetails=obj(["id"], id=TEXT),
    results=listed(RESULT, maxItems=25000), artifacts=listed(ARTIFACT),
    invocations=listed(INVOCATION), properties=BAG)
SCHEMA = obj(["version", "runs"], **{
    "$schema": {"type": "string"}, "version": {"const": "2.1.0"},
    "runs": listed(RUN, minItems=1, maxItems=1)})


def faults_of_text(run):
    """Rules that the standard states in prose."""
    rules = run["tool"]["driver"]["rules"]
    for number, result in enumerate(run["results"]):
        at = f"results[{number}]"
        # 3.27.10: only a failure has a level.
        if result["kind"] != "fail" and result["level"] != "none":
            yield f"{at}: kind {result['kind']} with level {result['level']}"
        # 3.27.6: the index leads to the rule of that id.
        if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
            yield f"{at}: ruleIndex leads to another rule"
        region = result["locations"][0]["physicalLocation"]["region"]
        # 3.30.8: the end is exclusive, and not before the beginning.
        if region["endColumn"] < region["startColumn"]:
            yield f"{at}: the region ends before it begins"
    if len({rule["id"] for rule in rules}) != len(rules):
        yield "two rules have one id"
