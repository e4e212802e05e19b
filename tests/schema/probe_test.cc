#include <iostream>
#include "tests/schema/fault_text.h"
#include "tests/schema/schema_store.h"
#include "engine/schema/output.h"
#include "gtest/gtest.h"
using namespace sigte;
TEST(Probe, All){
 auto P=[](const char*s,const char*d){ std::cout<<"S "<<s<<"  D "<<d<<"\n"<<FaultsIn(s,d)<<FaultsIn(s,d,Lang::kDa); };
 P(R"({"type":"string"})","12");
 P(R"({"properties":{"a":{"type":["number","null"]}}})",R"({"a":"høj"})");
 P(R"({"properties":{"a":{"anyOf":[{"type":"number"},{"const":"-"},{"type":"null"}]}}})",R"({"a":"høj"})");
 P(R"({"required":["a","b"],"properties":{"a":{"title":"Navn","x-en":{"title":"Name"}}}})","{}");
 P(R"({"additionalProperties":false,"properties":{"title":{}, "id":{}}})",R"({"titel":1,"zzz":2})");
 P(R"({"oneOf":[{"const":"employment","title":"Beskæftigelse"},{"const":"social"}]})",R"("Beskæftigelse")");
 P(R"({"enum":["employment","social",3]})",R"("zz")");
 P(R"({"const":3})",R"([1])");
 P(R"({"items":{"maximum":3,"multipleOf":0.5}})",R"([1,3.75])");
 P(R"({"uniqueItems":true})",R"([1,2,1.0])");
 P(R"({"anyOf":[{"required":["a"]},{"required":["b"]}]})","{}");
 P(R"({"oneOf":[{"type":"object","properties":{"k":{"const":"x"},"v":{"type":"number"}},"required":["k"]},{"type":"object","properties":{"k":{"const":"y"},"v":{"type":"string"}}}]})",R"({"k":"x","v":"s"})");
 P(R"({"oneOf":[{"type":"number"},{"minimum":2}]})","5");
 P(R"({"not":{"type":"number"}})","5");
 P(R"({"properties":{"a":false}})",R"({"a":1})");
 P(R"({"prefixItems":[{}],"items":false})",R"([1,2,3])");
 P(R"({"contains":{"const":1}})",R"([2])");
 P(R"({"dependentRequired":{"a":["b"]}})",R"({"a":1})");
 P(R"({"allOf":[{"$ref":"#/$defs/r"},{"properties":{"m":{}}}],"unevaluatedProperties":false,"$defs":{"r":{"properties":{"title":{"minLength":2}}}}})",R"({"title":"x","m":1,"titl":2})");
 P(R"({"propertyNames":{"maxLength":2}})",R"({"abc":1})");
 P(R"({"pattern":"^a\\d$"})",R"("b")");
 P(R"({"minItems":2})","[]");
 P(R"({"if":{"type":"number"},"then":{"minimum":3}})","1");
 for (auto s : {R"({"type":"strin","minimum":"3","$ref":"#/$defs/recrd","$defs":{"record":{}}})", R"X({"pattern":"a(?=b)"})X","{\"pattern\":\"(a\"}", R"({"$ref":"#"})",R"({"properties":{"a":5}})",R"({"maxLenght":5})",R"({"$schema":"http://json-schema.org/draft-07/schema#"})",R"({"minLength":-1,"required":["a","a"],"allOf":[],"multipleOf":0})"})
   std::cout<<s<<"\n"<<SchemaFaultsIn(s)<<SchemaFaultsIn(s,Lang::kDa);
 SchemaStore st; auto&e=st.Parse("s.json",R"({"$id":"https://e.x/s","properties":{"a":{"type":"string","minLength":2},"b":{"$ref":"#/$defs/n"}},"required":["c"],"$defs":{"n":{"minimum":2,"multipleOf":2}}})"); auto&d=st.Parse("d.json",R"({"a":"x","b":1})");
 IssueList is; auto s=Schema::Compile(e.document,&e.source,{},{},&is); SchemaChecker c(*s); bool cut; auto f=c.Faults(d.document,0,&d.source,&cut);
 for (auto u:{OutputUnit::kFlag,OutputUnit::kBasic,OutputUnit::kDetailed}) std::cout<<WriteOutput(f,d.document,u,Lang::kEn)<<"\n";
}
