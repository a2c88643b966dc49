#!/usr/bin/python3
"""Pairs of reports written by hand: honest ones on the same duty, which are left alone, and copied ones, which are found, however names,
figures and order were changed. usage: pairs.py AUDITOR SOURCE"""

import csv
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

OTHER = "copy.other-agency"
QUOTED = ("《中华人民共和国政府信息公开条例》要求：“行政机关公开政府信息，应当坚持以公开为常态、不公开为例外，遵循公正、公平、合法、便民的原则。”又规定：“行政机关应当及时、"
          "准确地公开政府信息。行政机关发现影响或者可能影响社会稳定、扰乱社会和经济管理秩序的虚假或者不完整信息的，应当发布准确的政府信息予以澄清。”")
SLOGAN = "围绕“阳光槐州、清风办事”行动，按照县里统一部署的决策公开、执行公开、管理公开、服务公开、结果公开五项要求，健全发布、解读、回应、互动四项机制，"

# Each agency: what its sections on the year and on problems say. {me} is its name, {a}, {b} … are figures of its own.
HONEST = {
    "同一职责，各说各话": (
        ("{me}今年把补贴发放做成一张明白纸，哪一户、哪一块田、多少钱、哪天到账都写得清楚，贴到{a}个村民小组的墙上，同时放进网站的惠农栏目。农户来问得最多的是旱改水项目，我们专门请农技员"
         "录了三段讲解，放在公众号里，点开就能听。", "老人不会用手机，看墙上的纸还是主要办法，可下雨天纸就糊了，明年打算换成带玻璃的橱窗。"),
        ("全年发放的各项惠民资金，{me}按户列表公示七天，期满无人提出异议再报财政所拨付，公示照片按月归档。窗口另备查询机一台，凭身份证可以调出近三年的领取记录，共有{a}人次使用。对有疑问的，"
         "由驻村干部上门解释，解释情况写进民情日记。", "查询机经常死机，厂家半个月才来修一次；部分驻村干部对新政策吃不透，解释时说不到点子上，需要再培训。")),
    "引用同样的条文": (
        (QUOTED + "{me}据此梳理出许可、处罚、收费三张清单，凡是企业来问过两次以上的事项，一律补写办事口径。今年新写口径{a}条，其中冷库备案一条被县里转发。", "口径写得偏专业，小作坊主看不懂，下一步请他们先读一遍再发。"),
        (QUOTED + "{me}的做法是每月开一次审读会，由法规科、信访专员和一名来办过事的群众一起看当月要发的东西，看不懂的当场改。全年审读{a}件，退回重写的有九件。", "审读会有时凑不齐人，个别月份只好书面传看，效果打了折扣。")),
    "引用县里的口号": (
        (SLOGAN + "{me}重点抓了渔船检验和休渔补助两件事，码头三块电子屏每天滚动播放检验进度，渔民不用再跑二十里路来问。", "电子屏靠海，盐雾重，坏了两块，维修费没有着落。"),
        (SLOGAN + "{me}把校服招标、食堂进货、课后服务收费列为必须公开的三件事，家长委员会代表全程在场，合同和验收单都挂在学校门户上。", "乡下小学没有专人管网站，更新全靠县里代发，常常迟到一两周。")),
    "都没有什么可说": (
        ("{me}主动公开信息{a}条，未收到申请，没有发生复议和诉讼。", "工作人员是兼职的，业务不熟。"),
        ("{me}全年公开各类信息{a}条。没有人提出公开申请。没有因信息公开引起的复议、诉讼。", "人手少，发布不够及时。")),
    "同一件大事，两家参与": (
        ("七月那场洪水里，{me}负责转移低洼处的{a}户居民，从预警到安置点开饭，每两小时在网站更新一次名单和车辆位置，亲属在外地也查得到。水退以后，房屋鉴定结果逐户上墙，鉴定费由县里出这一条"
         "写在最上面，免得有人借机收钱。", "当晚断网四个小时，只能靠喇叭喊，应急发布没有备用手段。"),
        ("防汛期间，{me}抽调人员值守河堤，险情通报由指挥部统一口径发出，本单位只转发不改写。灾后重建的招标文件、中标结果和工程进度分别在发布后一日内公开，累计公开重建项目{a}个，接受质询两次。",
         "转发信息没有注明来源时间，有读者误把旧通报当新消息，已要求一律加盖时间。")),
    "照着同一张目录列事项": (
        ("{me}对照基层政务公开标准目录，逐项公开了重大建设项目、公共资源交易、财政预决算、安全生产、税收管理、征地补偿、国有土地上房屋征收、保障性住房、农村危房改造、生态环境、义务教育、"
         "户籍管理、社会救助、养老服务、就业创业、社会保险等领域信息{a}条，其中养老服务一项由社工逐户核对后才发布。", "危房改造的验收照片拍得模糊，明年统一配相机。"),
        ("按照目录，{me}在重大建设项目、公共资源交易、财政预决算、安全生产、税收管理、征地补偿、国有土地上房屋征收、保障性住房、农村危房改造、生态环境、义务教育、户籍管理、社会救助、养老服务、"
         "就业创业、社会保险等方面公开信息{a}条，并为每个领域指定了一名答疑人，电话印在便民卡上。", "便民卡印少了，山里两个寨子没有发到。")),
}
WRITTEN = (
    "{me}把公开工作写进科室考核，占{a}分，每季度由办公室抽查一次，抽到的文件要能说出为什么公开、为什么不公开。今年一共抽了{b}份，有四份说不清理由，当场退回重新认定。网站栏目从十九个并成十一个，"
    "合并前先看点击量，全年没有人点开过的栏目关掉，内容移到相近的地方，旧网址保留跳转。",
    "窗口来人办事，先问一句要不要看办理依据，愿意看的当场打印，全年打印{a}份。{me}还试着把办件过程做成短信，受理、补正、办结各发一条，群众回复评价{b}条，好评之外的六条差评逐条回访，"
    "原因和改法在大厅公告牌上写明，差评人同意的写上姓氏。",
    "解读材料由起草文件的人自己写，写完读给司机班和保洁班听，听得懂才发。{me}全年写解读{a}篇，配图{b}幅，最受欢迎的是停车收费那一篇，把三种收费办法画成了三条路线，评论里的问题整理成问答"
    "附在文后。",
    "对申请公开的事项，{me}实行先通话再答复，弄清申请人到底要什么，能当场给的当场给，全年通话{a}次，其中{b}件通话之后申请人撤回了申请，改由窗口直接提供材料。答复书写好后交法律顾问看一遍，"
    "主要看引用的条款对不对、救济途径写没写全。",
    "{me}的难处在于数据散在七个系统里，口径不一样，同一个数字报出来有三个版本。下一步准备先统一口径，再谈公开：由统计员牵头列出常用指标{a}项，逐项写明来源、时点和负责人，年底前完成；"
    "完成之前，凡是对外发布的数字一律由统计员签字。",
    "基层同志反映，公开的要求年年加，人却没有加，有的村{a}年换了{b}任信息员。{me}打算把培训搬到线上，录成十分钟一段的小课，换了人随时可以补；同时把必做的事压到一张表上，其余的不再考核，"
    "让大家把有限的时间用在群众真正要看的东西上。",
)
OVERVIEW, PROBLEMS = WRITTEN[:4], WRITTEN[4:]
REWORDED = (("写进", "纳入"), ("抽查一次", "抽查一回"), ("说不清", "讲不清"), ("愿意看的", "想看的"), ("逐条回访", "一一回访"), ("最受欢迎", "最受好评"), ("弄清", "问清"),
            ("看一遍", "审一遍"))


def reworded(text):
    for old, new in REWORDED:
        text = text.replace(old, new)
    return text


def texts(parts, problems):
    return ["".join(parts), "".join(problems)]


# The copy of each, by what was done to it.
def copies():
    cut = "".join(OVERVIEW).split("。")
    return {
        "只改名称": texts(OVERVIEW, PROBLEMS), "改名称和数字": texts(OVERVIEW, PROBLEMS), "打乱次序": ["。".join(cut[:-1][::-1]) + "。", "".join(PROBLEMS[::-1])],
        "换几个词": [reworded("".join(OVERVIEW)), reworded("".join(PROBLEMS))],
        "只抄一节": [None, "".join(PROBLEMS)],
    }


OWN = ("{me}把一年里群众打来的{a}个电话逐条听了一遍，听完列出问得最多的十件事，第一件是坟地迁移怎么补，第二件是老宅翻建要几个章。十件事各写一页纸，正面写怎么办，背面写办不成的常见原因，"
       "赶集那天在桥头发放，余下的放在卫生室和小卖部。镇里的会也有改变：凡是要表决的事，提前五天把草案挂出来，开会时先念收到的意见再表决，{b}条意见里有十二条改变了结果。")

# What is left of each sentence when it is told anew: the facts.
PARAPHRASE = ("科室考核里，公开占{a}分，办公室每季抽看，被抽的要讲出认定的理由，{b}份里四份没有讲出来，只好重做。{me}的网站栏目少了八个，没人看的并掉了，老地址会自动跳到新地址。到窗口的人可以要一份依据，"
              "打印机印了不少；三条短信告诉办到哪一步，差评都有人打电话去问。", "{me}报数时常常打架，因为系统有七个，先定口径是来年头一件事，统计员签了字才许往外说。信息员换得勤，课要录下来反复放，考核表也要瘦身。")


def page(name, year, overview, problems):
    return f"""<html><head><title>{name}{year}年政府信息公开工作年度报告</title></head><body><h1>{name}{year}年政府信息公开工作年度报告</h1>
<p>发布时间：{year + 1}-01-20</p><p>{name}根据《中华人民共和国政府信息公开条例》编制本报告，统计期限自{year}年1月1日起至{year}年12月31日止。</p>
<p>一、总体情况</p><p>{overview}</p><p>二、主动公开政府信息情况</p><p>三、收到和处理政府信息公开申请情况</p>
<p>四、政府信息公开行政复议、行政诉讼情况</p><p>五、存在的主要问题及改进情况</p><p>{problems}</p><p>六、其他需要报告的事项</p><p>本年度未收取信息处理费。</p></body></html>"""


PLACES = [a + b for a in "岑荻漪桐" for b in ("口镇", "门镇", "湖乡", "岭乡", "埠镇", "坞镇", "泽乡", "丘镇")]


class World:
    """Agencies come into it one by one, each with a place and figures of its own."""

    def __init__(self):
        self.agencies = []  # (code, name, parent, text)

    def add(self, overview, problems, figures=None, parent=""):
        n = len(self.agencies)
        code, name = f"t{n}", f"槐州县{PLACES[n]}人民政府"
        a, b = figures or (37 + 11 * n, 13 + 7 * n)
        fill = {"me": PLACES[n], "a": a, "b": b}
        self.agencies.append((code, name, parent, page(name, 2024, overview.format(**fill), problems.format(**fill))))
        return code


def build(world):
    """What is to be found, and by whom; and who is to be left alone."""
    honest, copied = {}, {}
    for what, pair in HONEST.items():
        for overview, problems in pair:
            honest[world.add(overview, problems)] = what
    for what, (overview, problems) in copies().items():
        mark = f"（{what}）"
        source = [reshape("".join(OVERVIEW), what), reshape("".join(PROBLEMS), what)]
        first = world.add(source[0] + mark, source[1])
        second = world.add(reshape(overview, what) + mark if overview else OWN, reshape(problems, what),
                           figures=(61, 29) if what == "只改名称" else None)
        copied[first] = copied[second] = what
    upper = world.add(reshape("".join(OVERVIEW), "上级"), reshape("".join(PROBLEMS), "上级"))
    copied[upper] = "上级的话，三家照用"
    for _ in range(3):
        copied[world.add(reshape("".join(OVERVIEW), "上级"), reshape("".join(PROBLEMS), "上级"), parent=upper)] = "上级的话，三家照用"
    told = [world.add(reshape("".join(OVERVIEW), "转述"), reshape("".join(PROBLEMS), "转述")), world.add(*PARAPHRASE)]
    return honest, copied, told


# One stock of sentences, made another one's by its own words for things: otherwise all copied pairs would be alike.
WORDS = {
    "只改名称": "科室=股室 网站=门户 群众=来人 窗口=柜台 栏目=版块", "改名称和数字": "考核=评议 抽查=巡看 文件=卷宗 短信=回执 解读=说明", "打乱次序": "公开=亮明 办公室=综合股 申请=求索 答复=复文 材料=底稿",
    "换几个词": "全年=十二个月里 打印=影印 回访=回头问 顾问=律师 系统=台账", "只抄一节": "口径=算法 指标=科目 统计员=核算员 村=社区 培训=讲堂", "上级": "难处=短板 数字=读数 信息员=联络人 考核=督查 时间=精力",
    "转述": "科室=处室 抽查=抽验 网址=链接 短信=消息 差评=批评",
}


def reshape(text, what):
    """Every clause gets a word of this pair, and its own things are called otherwise."""
    words = [pair.split("=") for pair in WORDS[what].split()]
    for old, new in words:
        text = text.replace(old, new)
    out, n = [], 0
    for clause in text.replace("。", "。|").replace("，", "，|").split("|"):
        n += 1
        out.append(clause if len(clause) < 5 else words[n % len(words)][1] + "上" + clause)
    return "".join(out)


def main(auditor, source):
    world = World()
    honest, copied, told = build(world)
    with tempfile.TemporaryDirectory() as top:
        office = pathlib.Path(top) / "office"
        environment = {**os.environ, "AUDITOR_DATA": source}
        subprocess.run([auditor, "init", str(office), "--year", "2024"], check=True, env=environment, stdout=subprocess.DEVNULL)
        with open(office / "agencies.csv", "w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["code", "name", "group", "parent"])
            for code, name, parent, text in world.agencies:
                rows.writerow([code, name, "乡镇", parent])
                (office / "inbox/2024" / f"{code}.html").write_text(text, encoding="utf-8")
        subprocess.run([auditor, "assess", "2024"], check=False, env=environment, cwd=office, stdout=subprocess.DEVNULL)
        db = sqlite3.connect(office / "office.db")
        found = {}
        for agency, stored in db.execute("select agency, result from standing"):
            found[agency] = next(r for r in json.loads(stored)["results"] if r["rule"] == OTHER)
        db.close()
    for code, what in {**honest, **dict.fromkeys(told, "转述")}.items():
        assert found[code]["state"] == "pass" and not found[code]["findings"], (what, found[code])
    for code, what in copied.items():
        check_copied(world, found[code], [c for c, w in copied.items() if w == what and c != code], what)
    print(f"{len(HONEST)} honest pairs, {len(set(copied.values()))} copied ones")


def check_copied(world, result, others, what):
    """The other one is named, its passages stand beside one's own, and each section has its share."""
    assert result["state"] == "fail", (what, result)
    finding = result["findings"][0]
    names = {c: n for c, n, _, _ in world.agencies}
    assert any(names[c] in finding["message"]["zh"] for c in others), (what, finding["message"])
    beside = [e for e in finding["evidence"] if e.get("document")]
    assert beside and len(beside) < len(finding["evidence"]) and {e["document"][5:-5] for e in beside} <= set(others), (what, finding["evidence"])
    share = "存在的主要问题及改进情况" if what == "只抄一节" else "总体情况"
    assert f"“{share}”" in finding["message"]["zh"], (what, finding["message"])


if __name__ == "__main__":
    main(str(pathlib.Path(sys.argv[1]).resolve()), str(pathlib.Path(sys.argv[2]).resolve()))
