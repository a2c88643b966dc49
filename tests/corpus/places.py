"""Invented places and the agencies that report from them.

Every name here is made up; hosts end in .gov.cn because clean pages must look like
government pages. Nothing depends on time or on hash order.
"""
from dataclasses import dataclass, field

PROVINCES = [("云岚省", "yunlan", "云"), ("南霁省", "nanji", "霁"), ("东砚省", "dongyan", "砚"),
             ("北翎自治区", "beiling", "翎"), ("青珞省", "qingluo", "珞")]
CITIES = [("岚澜市", "lanlan"), ("霁川市", "jichuanshi"), ("砚陵市", "yanlingshi"),
          ("翎泽市", "lingze"), ("沐屏市", "muping-shi"), ("芷浦市", "zhipushi"),
          ("栩原市", "xuyuanshi"), ("珞岭市", "luoling"), ("霜桥市", "shuangqiao-shi"),
          ("鹤汀市", "hetingshi")]
COUNTIES = [("漱玉县", "shuyuxian"), ("云笙县", "yunsheng"), ("拂溪县", "fuxixian"),
            ("晴皋县", "qinggao"), ("松漪区", "songyiqu"), ("兰砌区", "lanqi"),
            ("星渚区", "xingzhu"), ("梧栖县", "wuqixian"), ("墨渠县", "moqu"),
            ("雁笺县", "yanjian"), ("银榭旗", "yinxie"), ("听澜区", "tinglan"),
            ("枕溪县", "zhenxi"), ("望舒区", "wangshuqu")]
TOWNS = [("青蚨镇", "qingfu"), ("白鹭渡镇", "bailudu"), ("梨花坳乡", "lihuaao"),
         ("石鼓墩镇", "shigudun"), ("三槐堰镇", "sanhuaiyan"), ("竹影乡", "zhuying"),
         ("桃叶渡口镇", "taoyedukou"), ("麦浪乡", "mailang"), ("云栖寨镇", "yunqizhai"),
         ("老盐坊镇", "laoyanfang"), ("雁门坪乡", "yanmenping")]
STREETS = [("钟鼓台街道办事处", "zhonggutai"), ("柳荫巷街道办事处", "liuyinxiang"),
           ("南浦桥街道办事处", "nanpuqiao"), ("凤仪里街道办事处", "fengyili"),
           ("书院坊街道办事处", "shuyuanfang")]
BUREAUS = [("水务局", "swj"), ("交通运输局", "jtj"), ("教育局", "jyj"), ("财政局", "czj"),
           ("民政局", "mzj"), ("统计局", "tjj"), ("审计局", "sjj"), ("医疗保障局", "ybj"),
           ("农业农村局", "nyj"), ("市场监督管理局", "scj"), ("自然资源和规划局", "zgj"),
           ("卫生健康委员会", "wjw"), ("发展和改革委员会", "fgw"), ("应急管理局", "yjj"),
           ("住房和城乡建设局", "zjj"), ("退役军人事务局", "tyj"), ("城市管理局", "cgj"),
           ("人民政府办公室", "zfb"), ("人力资源和社会保障局", "rsj"), ("体育局", "tyuj"),
           ("文化和旅游局", "wlj"), ("生态环境局", "hbj"), ("司法局", "sfj"),
           ("信访局", "xfj"), ("林业和草原局", "lcj")]
ZONES = [("高新技术产业开发区管理委员会", "gxq"), ("经济技术开发区管理委员会", "jkq"),
         ("空港新区管委会", "kgxq"), ("滨湖旅游度假区管理委员会", "bhdjq")]
STREET_NAMES = ["听雨路", "广济街", "青云大道", "学宫巷", "滨河北路", "建业路", "枫林街"]


@dataclass
class Agency:
    """One organ. `name` is the full name, `names` every form a reader may take as its name."""
    name: str
    level: str
    own: str                      # how the text calls itself: 我局, 本镇 ...
    host: str
    province: str
    upper: str                    # the government above it
    mark: str                     # character used in document numbers
    short: str                    # without 人民政府 and the like
    names: list = field(default_factory=list)
    phone: str = ""
    address: str = ""
    post: str = ""

    @property
    def is_government(self):
        return self.level in ("province", "city", "county", "township")

    @property
    def may_make_regulations(self):
        return self.level in ("province", "city")


def _phone(rng):
    return "0%d-%d" % (rng.randint(311, 998), rng.choice([2, 3, 5, 6, 7, 8]) * 1000000
                       + rng.randint(100000, 999999))


def _government(rng, level):
    province, ppy, mark = rng.choice(PROVINCES)
    city, cpy = rng.choice(CITIES)
    county, xpy = rng.choice(COUNTIES)
    if level == "province":
        return province, ppy, "国务院", "我省" if province[-1] == "省" else "全区", province, mark
    if level == "city":
        return city, cpy, province, "我市", province, city[0]
    if level == "county":
        return county, xpy, city, "我" + county[-1], province, county[0]
    if rng.random() < 0.35:
        street, tpy = rng.choice(STREETS)
        return county + street, tpy + "." + xpy, county, "我街道", province, county[0]
    town, tpy = rng.choice(TOWNS)
    return county + town, tpy + "." + xpy, county, "我" + town[-1], province, county[0]


def _own_of_bureau(rng, name):
    if name.endswith("委员会"):
        return rng.choice(["我委", "本委"])
    if name.endswith("办公室"):
        return rng.choice(["我办", "本办"])
    return rng.choice(["我局", "本局"])


def _department(rng):
    bureau, bpy = rng.choice(BUREAUS)
    area, apy = rng.choice(COUNTIES if rng.random() < 0.6 else CITIES)
    province, _, _ = rng.choice(PROVINCES)
    agency = Agency(area + bureau, "department", _own_of_bureau(rng, bureau),
                    "%s.%s.gov.cn" % (bpy, apy), province, area, area[0], area + bureau)
    agency.names = [agency.name, bureau]
    return agency


def _zone(rng):
    zone, zpy = rng.choice(ZONES)
    city, cpy = rng.choice(CITIES)
    province, _, _ = rng.choice(PROVINCES)
    agency = Agency(city + zone, "zone", rng.choice(["我区", "管委会"]),
                    "%s.%s.gov.cn" % (zpy, cpy), province, city, city[0], city + zone)
    agency.names = [agency.name, agency.name.replace("管理委员会", "管委会"),
                    agency.name.replace("管理委员会", "").replace("管委会", "")]
    return agency


def draw_agency(rng):
    """An agency of a random level, spread as a supervising office meets them."""
    level = rng.choices(["province", "city", "county", "township", "department", "zone"],
                        [2, 6, 16, 26, 44, 6])[0]
    if level == "department":
        agency = _department(rng)
    elif level == "zone":
        agency = _zone(rng)
    else:
        short, py, upper, own, province, mark = _government(rng, level)
        name = short if short.endswith("办事处") else short + "人民政府"
        agency = Agency(name, level, own, "www.%s.gov.cn" % py, province, upper, mark,
                        short.replace("街道办事处", "街道"))
        agency.names = [name, agency.short, short]
        if level == "township":      # the county in front may be left out
            bare = [n[len(upper):] for n in agency.names]
            agency.names += bare
    agency.phone = _phone(rng)
    agency.address = "%s%s%d号" % (agency.upper if agency.level != "province" else "",
                                  rng.choice(STREET_NAMES), rng.randint(1, 399))
    agency.post = "%06d" % rng.randint(210000, 765000)
    return agency
